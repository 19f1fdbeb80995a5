/** What a name may mean to a pod: a Service, or one pod behind it. Source: the search path of dnsPolicy ClusterFirst. */
import { CLUSTER_DOMAIN } from './names.ts';

export interface NameTarget {
  readonly serviceKey: string;
  /** Of the pod that is meant; null for the Service itself. */
  readonly hostname: string | null;
}

const WHOLE = new RegExp(`^(.+)\\.${CLUSTER_DOMAIN.replaceAll('.', '\\.')}\\.?$`);
const WITHOUT_DOMAIN = /^(.+)\.svc$/;

const service = (name: string, namespace: string): NameTarget => ({
  serviceKey: `${namespace}/${name}`,
  hostname: null,
});
const pod = (hostname: string, name: string, namespace: string): NameTarget => ({
  serviceKey: `${namespace}/${name}`,
  hostname,
});

/** In the order in which a pod of this namespace tries them; none for a name of the world outside. */
export function nameTargets(name: string, namespace: string): readonly NameTarget[] {
  const whole = WHOLE.exec(name)?.[1] ?? WITHOUT_DOMAIN.exec(name)?.[1];
  if (whole === undefined && name.endsWith('.')) return [];
  const isShort = whole === undefined;
  const [first = '', second = '', third = '', ...more] = (whole ?? name).split('.');
  if (more.length > 0) return [];
  if (third !== '') return [pod(first, second, third)];
  if (second === '') return isShort ? [service(first, namespace)] : [];
  return [...(isShort ? [pod(first, second, namespace)] : []), service(first, second)];
}
