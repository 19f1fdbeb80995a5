/** Container: a house in a pod's yard. What it is built from, what it may use, how it is furnished, asked and ended. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { int32From } from './int32.ts';
import { dns1123Label, dns1123Subdomain, portName, qualifiedName } from './names.ts';
import { amount, isWhole } from './quantity.ts';
import { volumeMount } from './volume.ts';

/** CPU, memory, local disk, huge pages, and what a device's maker calls by a name of its own: `example.com/gpu`. */
const resourceName = qualifiedName.refine(
  (name) => name.includes('/') || /^(cpu|memory|ephemeral-storage|hugepages-.+)$/.test(name),
  { error: 'must be cpu, memory, ephemeral-storage, hugepages-<size> or a name with a domain' },
);
/** Nobody is given half a device. Source: ValidateResourceQuantityValue. */
export const resourceList = z.record(resourceName, amount).superRefine((amounts, context) => {
  for (const [name, text] of Object.entries(amounts)) {
    if (name.includes('/') && !isWhole(text))
      context.addIssue({ code: 'custom', path: [name], message: 'must be an integer' });
  }
});
export const resourceRequirements = z.strictObject({
  requests: resourceList.default({}),
  limits: resourceList.default({}),
});

const port = z.int().min(1).max(65535);
const containerPort = z.strictObject({
  name: portName.optional(),
  containerPort: port,
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).optional(),
  /** The node's own port, which one pod alone can have. */
  hostPort: port.optional(),
  hostIP: z.string().max(45).optional(),
});
/** A number, or the name of a port of the container. */
const door = z.union([port, portName]);
/** One of them. What is found is the container's own health, which the runtime knows. */
const handlers = {
  httpGet: z.strictObject({ path: z.string().max(200).default('/'), port: door }).optional(),
  exec: z.strictObject({ command: z.array(z.string().max(500)).min(1).max(32) }).optional(),
  tcpSocket: z.strictObject({ port: door }).optional(),
};

/** Each probe in a row is stepped through when its container begins: ours, far above what is asked for. */
const threshold = z.int().min(1).max(1000);

/** Defaults: oracle constants `pod.probe*`. */
export const probe = z.strictObject({
  ...handlers,
  grpc: z.strictObject({ port }).optional(),
  initialDelaySeconds: int32From(0).default(0),
  periodSeconds: int32From(1).default(10),
  timeoutSeconds: int32From(1).default(1),
  successThreshold: threshold.default(1),
  failureThreshold: threshold.default(3),
  /** In place of the pod's, where this probe has the container ended. */
  terminationGracePeriodSeconds: int32From(1).optional(),
});
export type Probe = DeepReadonly<z.infer<typeof probe>>;
/** What a probe does to find out. */
export type ProbeHandler = Pick<Probe, 'httpGet' | 'exec' | 'tcpSocket' | 'grpc'>;

/** What the kubelet does for a container right after its start, or right before its end. One of them. */
const hook = z.strictObject({ sleep: z.strictObject({ seconds: int32From(0) }).optional(), ...handlers });
export type Hook = DeepReadonly<z.infer<typeof hook>>;

const exitCodes = z.strictObject({
  operator: z.enum(['In', 'NotIn']),
  values: z.array(z.int().min(0).max(255)).min(1).max(255),
});
const restartRule = z.strictObject({ action: z.enum(['Restart', 'RestartAllContainers']), exitCodes });
export type RestartRule = DeepReadonly<z.infer<typeof restartRule>>;

const keyRef = z.strictObject({
  name: dns1123Subdomain,
  key: z.string().min(1).max(253),
  optional: z.boolean().optional(),
});
/** Source: pkg/apis/core/validation, validEnvDownwardAPIFieldPathExpressions. */
const FIELD_PATH =
  /^(?:metadata\.(?:name|namespace|uid|(?:labels|annotations)\['[^']+'\])|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/;
const fieldRef = z.strictObject({
  apiVersion: z.literal('v1').optional(),
  fieldPath: z.string().max(300).regex(FIELD_PATH),
});
/** Either a value or where it comes from. */
const variable = z.strictObject({
  name: z.string().min(1).max(253),
  value: z.string().max(4096).default(''),
  valueFrom: z
    .strictObject({
      secretKeyRef: keyRef.optional(),
      configMapKeyRef: keyRef.optional(),
      fieldRef: fieldRef.optional(),
    })
    .optional(),
});

const objectRef = z.strictObject({ name: dns1123Subdomain, optional: z.boolean().optional() });
/** One of the two. */
const source = z.strictObject({
  /** Set before each of their keys. */
  prefix: z.string().max(253).optional(),
  configMapRef: objectRef.optional(),
  secretRef: objectRef.optional(),
});

export const imagePullPolicy = z.enum(['Always', 'IfNotPresent', 'Never']);

/** Words of a command, in a manifest and in an image: ours. */
export const commandWords = z.array(z.string().max(4096)).max(64);

export const container = z.strictObject({
  name: dns1123Label,
  image: z.string().min(1).max(512),
  /** In place of the image's ENTRYPOINT, and of its CMD with it. */
  command: commandWords.optional(),
  /** In place of the image's CMD alone. */
  args: commandWords.optional(),
  /** In place of the image's WORKDIR. */
  workingDir: z.string().max(500).optional(),
  imagePullPolicy: imagePullPolicy.optional(),
  resources: resourceRequirements.default({ requests: {}, limits: {} }),
  ports: z.array(containerPort).max(16).default([]),
  env: z.array(variable).max(64).default([]),
  envFrom: z.array(source).max(16).default([]),
  volumeMounts: z.array(volumeMount).max(16).default([]),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  startupProbe: probe.optional(),
  lifecycle: z.strictObject({ postStart: hook.optional(), preStop: hook.optional() }).optional(),
  /** Overrides the pod's. On an init container, `Always` makes it a sidecar. */
  restartPolicy: z.enum(['Always', 'OnFailure', 'Never']).optional(),
  /** Looked at before the container's own policy, the first that matches the exit code. */
  restartPolicyRules: z.array(restartRule).max(20).optional(),
});
export type Container = DeepReadonly<z.infer<typeof container>>;
