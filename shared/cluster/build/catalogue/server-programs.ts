/** Programs of Docker Hub's servers. Numbers are the game's own (metaphor); last words are the real entrypoints'. */
import { MIB } from '../../../base/integers.ts';
import { program } from './programs.ts';

export const NGINX = program('nginx', { capacityRps: 30, memoryBytes: 24 * MIB });
export const HTTPD = program('httpd-foreground', { capacityRps: 25, memoryBytes: 40 * MIB });
export const REDIS = program('redis-server', { capacityRps: 40, memoryBytes: 24 * MIB, keepsAt: '/data' });
export const POSTGRES = program('postgres', {
  startTicks: 4,
  capacityRps: 20,
  memoryBytes: 120 * MIB,
  keepsAt: '/var/lib/postgresql/data',
  requiredEnv: ['POSTGRES_PASSWORD|POSTGRES_HOST_AUTH_METHOD'],
  withoutEnv:
    'Error: Database is uninitialized and superuser password is not specified. You must specify POSTGRES_PASSWORD to a non-empty value for the superuser.',
});
export const MYSQL = program('mysqld', {
  startTicks: 12,
  capacityRps: 20,
  memoryBytes: 420 * MIB,
  keepsAt: '/var/lib/mysql',
  requiredEnv: ['MYSQL_ROOT_PASSWORD|MYSQL_ALLOW_EMPTY_PASSWORD|MYSQL_RANDOM_ROOT_PASSWORD'],
  withoutEnv:
    '[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified You need to specify one of the following as an environment variable: - MYSQL_ROOT_PASSWORD - MYSQL_ALLOW_EMPTY_PASSWORD - MYSQL_RANDOM_ROOT_PASSWORD',
});
