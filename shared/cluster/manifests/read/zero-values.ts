/**
 * Fields in which an empty text or 0 says nothing: the API server fills in the default, as where they are left out.
 * Source: pkg/apis/{core,apps,batch}/v1/defaults.go; fields that are no pointers.
 */
import type { Json } from '../json.ts';
import type { Scope } from './ignored-fields.ts';

const fields = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const PROBE = fields('timeoutSeconds periodSeconds successThreshold failureThreshold');
const PORT = fields('name protocol targetPort nodePort hostPort');
const SHAPED = fields('type');

/** By scope, or by the name under which the mapping stands. */
const PLACES: Readonly<Record<string, ReadonlySet<string>>> = {
  podSpec: fields('restartPolicy nodeName priorityClassName hostname subdomain'),
  container: fields('imagePullPolicy'),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  httpGet: fields('path'),
  ports: PORT,
  tolerations: fields('key operator effect'),
  'spec of Service': fields('type externalName externalTrafficPolicy'),
  strategy: SHAPED,
  updateStrategy: SHAPED,
  'spec of StatefulSet': fields('podManagementPolicy'),
  'spec of CronJob': fields('concurrencyPolicy'),
  metadata: fields('namespace'),
  Secret: SHAPED,
};

export function saysNothing(value: Json, field: string, scope: Scope, path: readonly (string | number)[]): boolean {
  if (value === null) return true;
  if (value !== '' && value !== 0) return false;
  const name = path.findLast((part) => typeof part === 'string');
  return [scope, name].some((place) => place !== undefined && PLACES[place]?.has(field) === true);
}
