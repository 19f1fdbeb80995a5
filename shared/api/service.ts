/** Service: gate and street sign. A stable name for the ready pods that its selector matches. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { dns1035Label, dns1123Label, dns1123Subdomain, labels, portName } from './names.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

/** Instead of an address: the name means the pods themselves. */
export const NO_ADDRESS = 'None';

const port = z.int().min(1).max(65535);

export const serviceSpec = z.strictObject({
  /** Left out: nobody. */
  selector: labels.default({}),
  /** Left out: ClusterIP. */
  type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']).optional(),
  /** What an ExternalName stands for: a name, in the town or outside of it. */
  externalName: dns1123Subdomain.optional(),
  /** Where visitors from outside are led: to any pod, or to those on the node that they came to. Left out: Cluster. */
  externalTrafficPolicy: z.enum(['Cluster', 'Local']).optional(),
  /** One that is asked for, or none at all; left out, one is given. */
  clusterIP: z.union([z.ipv4(), z.literal([NO_ADDRESS, ''])]).optional(),
  ports: z
    .array(
      z.strictObject({
        name: dns1123Label.optional(),
        protocol: z.enum(['TCP', 'UDP', 'SCTP']).optional(),
        port,
        /** On the pods: a number, or the name of a container's port. Left out: the same as `port`. */
        targetPort: z.union([port, portName]).optional(),
        /** On every node; left out, one is given. */
        nodePort: z.int().min(1).max(65535).optional(),
      }),
    )
    .max(8)
    .default([]),
  /** Pods are reached although they are not ready: for members that look for each other while they start. */
  publishNotReadyAddresses: z.boolean().default(false),
});
export type ServiceSpec = DeepReadonly<z.infer<typeof serviceSpec>>;

export const serviceManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: manifestMeta.extend({ name: dns1035Label }),
  spec: serviceSpec,
});

export interface Service {
  readonly apiVersion: 'v1';
  readonly kind: 'Service';
  readonly metadata: ObjectMeta;
  readonly spec: ServiceSpec;
  readonly status: {
    /** `None` for a headless one; empty for an ExternalName. */
    readonly clusterIP: string;
    /** In the order of its ports. Absent for one that only the cluster reaches. */
    readonly nodePorts?: readonly number[];
  };
}

/** Its ports stand open on every node. *Simplified*: a LoadBalancer is a NodePort, and the town's front road leads there. */
export function isExternal({ type }: Pick<ServiceSpec, 'type'>): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

/** Its name leads to its pods, past all proxies. */
export function isHeadless({ status }: Pick<Service, 'status'>): boolean {
  return status.clusterIP === NO_ADDRESS;
}

/** Proxies have rules for it. */
export function hasAddress({ status }: Pick<Service, 'status'>): boolean {
  return status.clusterIP !== NO_ADDRESS && status.clusterIP !== '';
}
