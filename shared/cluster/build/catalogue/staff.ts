/** The cluster's own staff. */
import { MIB } from '../../../base/integers.ts';
import { ALPINE, ALPINE_TOOLS, type OfficialImage } from './official-image.ts';
import { COREDNS, FLUENTD } from './programs.ts';
import { PLAIN_STYLE } from './styles.ts';

export const STAFF: readonly OfficialImage[] = [
  {
    name: 'coredns',
    publisher: 'coredns',
    tags: ['1.13.1'],
    style: PLAIN_STYLE,
    layers: [{ work: 'coredns 1.13.1', bytes: 22 * MIB }],
    program: COREDNS,
    port: 53,
    healthPorts: [8080, 8181],
    tools: [],
    packages: {},
  },
  {
    name: 'fluentd',
    publisher: 'fluent',
    tags: ['v1.19'],
    style: PLAIN_STYLE,
    layers: [ALPINE, { work: 'ruby and fluentd 1.19', bytes: 40 * MIB }],
    program: FLUENTD,
    port: null,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.5', busybox: '1.37.0' },
  },
];

/** Whose images are the cluster's own, and no houses to choose from. */
export const STAFF_PUBLISHERS: ReadonlySet<string> = new Set(STAFF.map(({ publisher }) => publisher ?? ''));
