/** RUN and HEALTHCHECK: commands with flags of their own. Source: buildkit instructions/parse.go, commands_run*.go. */
import { parseDuration } from '../../../base/duration.ts';
import type { Healthcheck, Read, Run } from './instruction.ts';
import { sourceOfMount } from './mounts.ts';
import { DockerfileError } from './problem.ts';
import type { Request } from './request.ts';

const NETWORKS: ReadonlySet<string> = new Set(['default', 'none', 'host']);
const SECURITY: ReadonlySet<string> = new Set(['sandbox', 'insecure']);
/** Source: moby container.MinimumDuration. */
const SHORTEST_NANOSECONDS = 1_000_000;
const INT32_MAX = 2 ** 31 - 1;

const wrongValue = (flag: string, value: string, why: string): DockerfileError =>
  new DockerfileError('dockerfileFlagValue', `invalid ${flag} "${value}": ${why}`, { flag, value: value.slice(0, 40) });

export function readRun(request: Request): Read<Run> {
  const flags = request.flags({ mount: 'list', network: 'text', security: 'text', device: 'list' });
  const [network, security] = [flags.text('network', 'default'), flags.text('security', 'sandbox')];
  const mounts = flags.list('mount');
  const empty = (['mount', 'device'] as const).find((name) => flags.list(name).includes(''));
  if (empty !== undefined) throw wrongValue(`--${empty}`, '', 'it says nothing');
  for (const mount of mounts) {
    if (/\$./.test(sourceOfMount(mount))) {
      throw wrongValue('--mount', mount, "'from' doesn't support variable expansion, define alias stage instead");
    }
  }
  if (!NETWORKS.has(network)) throw wrongValue('--network', network, 'none of default, none, host');
  if (!SECURITY.has(security)) throw wrongValue('--security', security, 'none of sandbox, insecure');
  return { type: 'RUN', command: request.command(), mounts, network, security, files: request.node.heredocs };
}

export function readHealthcheck(request: Request): Read<Healthcheck> {
  const [type = '', ...words] = request.atLeastOne();
  const wrong = (message: string) =>
    new DockerfileError('dockerfileHealthcheck', message, { text: [type, ...words].join(' ').slice(0, 100) });
  const none: Read<Healthcheck> = {
    type: 'HEALTHCHECK',
    command: null,
    intervalNanoseconds: 0,
    timeoutNanoseconds: 0,
    startPeriodNanoseconds: 0,
    startIntervalNanoseconds: 0,
    retries: 0,
  };
  if (type.toUpperCase() === 'NONE') {
    if (words.length > 0) throw wrong('HEALTHCHECK NONE takes no arguments');
    return none;
  }
  const flags = request.flags({
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  });
  if (type.toUpperCase() !== 'CMD') throw wrong(`Unknown type "${type}" in HEALTHCHECK (try CMD)`);
  const command = request.command(words);
  if (command.words.length === 0) throw wrong('Missing command after HEALTHCHECK CMD');
  const interval = (name: string) => intervalOf(`--${name}`, flags.text(name));
  return {
    ...none,
    command,
    intervalNanoseconds: interval('interval'),
    timeoutNanoseconds: interval('timeout'),
    startPeriodNanoseconds: interval('start-period'),
    startIntervalNanoseconds: interval('start-interval'),
    retries: retriesOf(flags.text('retries')),
  };
}

function intervalOf(flag: string, text: string): number {
  if (text === '') return 0;
  const duration = parseDuration(text);
  if (duration === null) throw wrongValue(flag, text, 'not a duration such as 30s or 1m30s');
  if (duration !== 0 && duration < SHORTEST_NANOSECONDS) throw wrongValue(flag, text, 'cannot be less than 1ms');
  return duration;
}

function retriesOf(text: string): number {
  if (text === '') return 0;
  const retries = /^[+-]?\d+$/.test(text) ? Number(text) : -1;
  if (retries >= 0 && retries <= INT32_MAX) return retries;
  throw wrongValue('--retries', text, 'no number of times');
}
