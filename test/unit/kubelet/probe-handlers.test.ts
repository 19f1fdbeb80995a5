/** In which ways a probe asks, and what it finds. */
import { describe, expect, test } from 'vitest';
import { podOf } from '../../support/builders.ts';
import { aFurnishedVillage } from '../../support/furnished-village.ts';
import { boundPod, containerNamed, messagesAbout, publishHouse } from '../../support/village.ts';

/** Whether a pod with this readiness probe is ready in the end, and what was told of it. */
function asked(probe: object, container: object = {}) {
  const village = aFurnishedVillage();
  boundPod(village.world, 'web', { container: { readinessProbe: { initialDelaySeconds: 5, ...probe }, ...container } });
  village.tick(30);
  const [status] = podOf(village.world, 'web').status.containerStatuses;
  return { isReady: status?.ready, told: messagesAbout(village.world, 'web').filter((text) => text.includes('probe')) };
}

describe('probe handlers', () => {
  test.each([
    ['a request', { httpGet: { port: 8080 } }],
    ['a connection', { tcpSocket: { port: 8080 } }],
    ['a health call', { grpc: { port: 8080 } }],
    ['a command', { exec: { command: ['cat', '/tmp/up'] } }],
  ])('PROBE-4 %s finds a program that answers', (_name, probe) => {
    expect(asked(probe)).toEqual({ isReady: true, told: [] });
  });

  test.each([
    [{ tcpSocket: { port: 9090 } }, /^Readiness probe failed: dial tcp [\d.]+:9090: connect: connection refused$/],
    [{ grpc: { port: 9090 } }, /^Readiness probe failed: timeout: failed to connect service "[\d.]+:9090" within 1s/],
    [{ exec: { command: ['sh', '-c', 'sleep 5'] } }, /^Readiness probe failed: command timed out: "sh -c sleep 5"/],
  ])('PROBE-4 %j fails for ever, in the words of the real one', (probe, words) => {
    const { isReady, told } = asked(probe);
    expect(isReady).toBe(false);
    expect(told).toEqual([expect.stringMatching(words)]);
  });

  test('PROBE-4 a command has as long as the probe gives it', () => {
    const exec = { command: ['sh', '-c', 'sleep 5'] };
    expect(asked({ exec, timeoutSeconds: 5 }).isReady).toBe(true);
  });

  test('PROBE-11 a port may be meant by its name', () => {
    const ports = [{ name: 'door', containerPort: 8080 }];
    expect(asked({ httpGet: { port: 'door' } }, { ports })).toEqual({ isReady: true, told: [] });
    expect(asked({ tcpSocket: { port: 'door' } }, { ports: [{ name: 'door', containerPort: 9090 }] }).isReady).toBe(
      false,
    );
  });

  test('PROBE-11 a name that the container has not says nothing of it: never ready, never killed', () => {
    const probe = { httpGet: { port: 'nobody' }, periodSeconds: 1, failureThreshold: 1 };
    const { isReady, told } = asked(probe, { livenessProbe: probe });
    expect(isReady).toBe(false);
    const words = 'probe errored and resulted in unknown state: strconv.Atoi: parsing "nobody": invalid syntax';
    expect(told.toSorted()).toEqual([`Liveness ${words}`, `Readiness ${words}`]);
  });

  test('PROBE-12 a probe has its own time of grace', () => {
    const village = aFurnishedVillage();
    publishHouse(village.world, 'deaf:1', { ignoresTerm: true });
    const livenessProbe = { tcpSocket: { port: 9090 }, periodSeconds: 1, failureThreshold: 1 };
    const begun = (name: string, probe: object) =>
      boundPod(village.world, name, { container: { image: 'deaf:1', livenessProbe: probe }, gracePeriodSeconds: 60 });
    begun('hasty', { ...livenessProbe, terminationGracePeriodSeconds: 3 });
    begun('patient', livenessProbe);
    village.tick(20);
    expect(containerNamed(village.world, 'hasty').restartCount).toBeGreaterThan(0);
    expect(containerNamed(village.world, 'patient').restartCount).toBe(0);
  });

  test('KUBELET-61 no kubelet knows a hook that opens a mere connection', () => {
    const village = aFurnishedVillage();
    boundPod(village.world, 'web', { container: { lifecycle: { postStart: { tcpSocket: { port: 8080 } } } } });
    village.tick(12);
    expect(containerNamed(village.world, 'web').restartCount).toBeGreaterThan(0);
  });
});
