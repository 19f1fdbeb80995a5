/** Manifests out of a short form. Pure. */
import type { Manifest } from '../../../shared/api/kinds.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';

export interface DeployForm {
  readonly name: string;
  readonly image: string;
  readonly replicas: number;
  readonly cpuMilli: number;
  readonly memoryMib: number;
  readonly port: number;
  /** Empty: none. */
  readonly configMap: string;
  readonly hasProbe: boolean;
}

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A Deployment and the Service in front of it, or what is wrong with the form. */
export function manifestsOf(form: DeployForm): readonly Manifest[] | { readonly problems: readonly FieldProblem[] } {
  const labels = { app: form.name };
  const container = {
    name: form.name,
    image: form.image,
    resources: {
      requests: { cpu: `${form.cpuMilli}m`, memory: `${form.memoryMib}Mi` },
      limits: { memory: `${form.memoryMib}Mi` },
    },
    ports: [{ containerPort: form.port }],
    ...(form.configMap === '' ? {} : { envFrom: [{ configMapRef: { name: form.configMap } }] }),
    ...(form.hasProbe ? { readinessProbe: { httpGet: { path: '/', port: form.port }, periodSeconds: 5 } } : {}),
  };
  const deployment = MANIFESTS.Deployment.safeParse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: form.name, labels },
    spec: {
      replicas: form.replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container], terminationGracePeriodSeconds: 5 } },
    },
  });
  const service = MANIFESTS.Service.safeParse({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: form.name },
    spec: { selector: labels, ports: [{ port: 80, targetPort: form.port }] },
  });
  if (deployment.success && service.success) return [deployment.data, service.data];
  const issues = [...(deployment.error?.issues ?? []), ...(service.error?.issues ?? [])];
  return { problems: issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
}
