/** Cluster DNS as kubeadm installs it: two CoreDNS pods, and the Service at the address that every pod asks. */
import { deploymentManifest } from '../../api/deployment.ts';
import { DNS_ADDRESS, DNS_DEPLOYMENT, DNS_SERVICE, SYSTEM_NAMESPACE } from '../../api/system.ts';
import { serviceManifest } from '../../api/service.ts';

export const COREDNS_IMAGE = 'coredns/coredns:1.13.1';

const labels = { 'k8s-app': 'kube-dns' };
const named = (key: string) => ({ name: key.slice(key.indexOf('/') + 1), namespace: SYSTEM_NAMESPACE, labels });
const NOT_TOGETHER = {
  podAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' },
      },
    ],
  },
};

/** Source: cmd/kubeadm/app/phases/addons/dns/manifests.go. */
export const coreDnsManifests = () => [
  deploymentManifest.parse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: named(DNS_DEPLOYMENT),
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: 'system-cluster-critical',
          affinity: NOT_TOGETHER,
          tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
          containers: [
            {
              name: 'coredns',
              image: COREDNS_IMAGE,
              resources: { limits: { memory: '170Mi' }, requests: { cpu: '100m', memory: '70Mi' } },
              ports: [{ containerPort: 53, name: 'dns', protocol: 'UDP' }],
              readinessProbe: { httpGet: { path: '/ready', port: 8181 } },
            },
          ],
        },
      },
    },
  }),
  serviceManifest.parse({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: named(DNS_SERVICE),
    spec: {
      selector: labels,
      clusterIP: DNS_ADDRESS,
      ports: [{ name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }],
    },
  }),
];
