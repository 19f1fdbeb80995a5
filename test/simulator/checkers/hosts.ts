/** Watches shared/cluster/hosts/SPEC.md: nobody stands where there is no room. */
import { roomOn } from '../../../shared/cluster/hosts/room.ts';
import { invariant, unless } from './invariant.ts';

export const hosts = [
  invariant('VM-1', {
    object: {
      Host: (host, view) => {
        const { memoryBytes, diskBytes } = roomOn(view, host);
        return unless(
          memoryBytes >= 0 && diskBytes >= 0,
          () => `${host.key} has ${memoryBytes} bytes of memory and ${diskBytes} of disk left`,
        );
      },
      VirtualMachine: ({ key, host }, view) =>
        unless(view.get('Host', host) !== undefined, () => `${key} stands nowhere`),
      HostContainer: ({ key, host }, view) =>
        unless(view.get('Host', host) !== undefined, () => `${key} stands nowhere`),
    },
  }),
  invariant('VM-7', {
    object: {
      HostContainer: ({ key, host, state }, view) => {
        const ground = view.get('Host', host);
        return unless(
          state !== 'running' || (ground?.power === 'on' && ground.kernel === 'up'),
          () => `${key} runs, and its host is ${ground?.power} with its kernel ${ground?.kernel}`,
        );
      },
      VirtualMachine: ({ key, host, state }, view) =>
        unless(
          state !== 'running' || view.get('Host', host)?.power === 'on',
          () => `${key} runs, and its host has no power`,
        ),
    },
  }),
];
