/** Docker Hub's servers, each ready to run. Sizes are rounded; what they serve and need of memory is the game's own. */
import { MIB } from '../../../base/integers.ts';
import {
  ALPINE,
  ALPINE_PACKAGES,
  ALPINE_TOOLS,
  DEBIAN_SLIM,
  DEBIAN_TOOLS,
  SLIM_PACKAGES,
  type BaseLayer,
  type OfficialImage,
} from './official-image.ts';
import { HTTPD, MYSQL, NGINX, POSTGRES, REDIS } from './server-programs.ts';

const nginx = (
  tags: readonly string[],
  version: string,
  [ground, mebibytes]: readonly [BaseLayer, number],
  { tools, packages }: Pick<OfficialImage, 'tools' | 'packages'>,
): OfficialImage => ({
  name: 'nginx',
  tags,
  style: 'tower-house',
  layers: [ground, { work: `nginx ${version} on ${ground.work}`, bytes: mebibytes * MIB }],
  program: NGINX,
  port: 80,
  command: ['nginx', '-g', 'daemon off;'],
  stopSignal: 'SIGQUIT',
  tools,
  packages: { ...packages, nginx: version },
});

const redis = (
  tags: readonly string[],
  [ground, mebibytes]: readonly [BaseLayer, number],
  { tools, packages }: Pick<OfficialImage, 'tools' | 'packages'>,
): OfficialImage => ({
  name: 'redis',
  tags,
  style: 'stilt',
  layers: [ground, { work: `redis 8 on ${ground.work}`, bytes: mebibytes * MIB }],
  program: REDIS,
  port: 6379,
  hasEntrypoint: true,
  tools: [...tools, '/usr/local/bin/redis-cli'],
  packages: { ...packages, redis: '8.2.3' },
});

const NOW = { tools: [...DEBIAN_TOOLS, '/usr/bin/curl'], packages: { ...SLIM_PACKAGES, curl: '7.88.1' } };
const onDebian = (libc6: string, openssl: string) => ({ tools: DEBIAN_TOOLS, packages: { libc6, openssl } });
const debian = (version: number, mebibytes: number): BaseLayer => ({
  work: `debian ${version} slim`,
  bytes: mebibytes * MIB,
});

export const SERVERS: readonly OfficialImage[] = [
  nginx(['1.28', 'latest'], '1.28.0', [DEBIAN_SLIM, 108], NOW),
  nginx(['1.28-alpine', 'alpine'], '1.28.0', [ALPINE, 40], { tools: ALPINE_TOOLS, packages: ALPINE_PACKAGES }),
  nginx(['1.16.1'], '1.16.1', [debian(10, 66), 55], onDebian('2.28', '1.1.1')),
  nginx(['1.14.2'], '1.14.2', [debian(9, 53), 51], onDebian('2.24', '1.1.0')),
  {
    name: 'httpd',
    tags: ['2.4', 'latest'],
    style: 'tower-house',
    layers: [DEBIAN_SLIM, { work: 'httpd 2.4', bytes: 66 * MIB }],
    program: HTTPD,
    port: 80,
    stopSignal: 'SIGWINCH',
    tools: DEBIAN_TOOLS,
    packages: { ...SLIM_PACKAGES, httpd: '2.4.65' },
  },
  redis(['8', 'latest'], [DEBIAN_SLIM, 55], { tools: DEBIAN_TOOLS, packages: SLIM_PACKAGES }),
  redis(['8-alpine', 'alpine'], [ALPINE, 60], { tools: ALPINE_TOOLS, packages: ALPINE_PACKAGES }),
  {
    name: 'postgres',
    tags: ['17', 'latest'],
    style: 'villa',
    layers: [DEBIAN_SLIM, { work: 'postgres 17', bytes: 343 * MIB }],
    program: POSTGRES,
    port: 5432,
    hasEntrypoint: true,
    stopSignal: 'SIGINT',
    tools: [...DEBIAN_TOOLS, '/usr/bin/psql'],
    packages: { ...SLIM_PACKAGES, postgresql: '17.6' },
  },
  {
    name: 'mysql',
    tags: ['8', 'latest'],
    style: 'villa',
    layers: [
      { work: 'oracle linux 9 slim', bytes: 108 * MIB },
      { work: 'mysql 8.4', bytes: 637 * MIB },
    ],
    program: MYSQL,
    port: 3306,
    healthPorts: [33060],
    hasEntrypoint: true,
    tools: ['/bin/sh', '/bin/bash', '/usr/bin/mysql'],
    packages: { openssl: '3.5.1', mysql: '8.4.6' },
  },
];
