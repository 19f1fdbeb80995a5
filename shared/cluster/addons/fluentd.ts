/** The log collectors: one Fluentd pod on each node, as a DaemonSet. */
import { daemonSetManifest } from '../../api/daemon-set.ts';
import { FLUENTD_DAEMON_SET, SYSTEM_NAMESPACE } from '../../api/system.ts';

export const FLUENTD_IMAGE = 'fluent/fluentd:v1.19';

const labels = { 'k8s-app': 'fluentd' };

/** Source: fluentd-kubernetes-daemonset. Requests are ours: as of Fluent Bit, for small villages. */
export const fluentdManifests = () => [
  daemonSetManifest.parse({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: FLUENTD_DAEMON_SET.slice(SYSTEM_NAMESPACE.length + 1),
      namespace: SYSTEM_NAMESPACE,
      labels,
    },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: 'system-node-critical',
          terminationGracePeriodSeconds: 5,
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: 'fluentd',
              image: FLUENTD_IMAGE,
              resources: { limits: { memory: '256Mi' }, requests: { cpu: '50m', memory: '64Mi' } },
            },
          ],
        },
      },
    },
  }),
];
