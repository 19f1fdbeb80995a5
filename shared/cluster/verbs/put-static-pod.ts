/** putStaticPod: lays a Pod's manifest into the folder from which a kubelet runs pods, whatever the API server says. */
import { z } from 'zod';
import { podManifest, type PodSpec } from '../../api/pod.ts';
import { dns1123Subdomain } from '../../api/names.ts';
import { failure, type Status } from '../../api/status.ts';
import type { Machine, StaticPod } from '../../api/world/machine.ts';
import { must } from '../../base/assert.ts';
import { invalid, invalidValue } from '../api-server/invalid.ts';
import { validatePodSpec } from '../api-server/validate-pod.ts';
import { refuseAdmission } from '../kubelet/admission.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { fileOf } from '../kubelet/static-cleanup.ts';
import { mirrorName, NAMESPACE, uidOf } from '../kubelet/static-pods.ts';
import { writtenManifest } from '../manifests/written-manifest.ts';
import type { View } from '../../store/store.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Limit of ours: as many as a machine may have when it is set up. */
const FILES_MAX = 16;

export const putStaticPod = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('putStaticPod'), node: nodeName, manifest: writtenManifest }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node, manifest }) => {
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    if (manifest.kind !== 'Pod') {
      const message = `invalid pod: ${manifest.kind} "${manifest.metadata.name}"`;
      return failure('Invalid', 'staticPodKind', message, { kind: manifest.kind, node });
    }
    const { metadata, spec } = podManifest.parse(manifest);
    const { name, namespace, labels } = metadata;
    const pod: StaticPod = { name, labels, spec: { ...spec, nodeName: null } };
    const refusal = refuseText(node, namespace, pod);
    if (refusal) return refusal;
    const machine = must(world.get('Machine', node), node);
    const others = (machine.staticPods ?? []).filter((other) => other.name !== name);
    const full = refuseRoom(world, machine, others, pod);
    if (full) return full;
    const unfit = refuseUnfit(world, node, pod);
    if (unfit) return unfit;
    world.put({ ...machine, staticPods: [...others, pod] });
    return null;
  },
});

function refuseText(node: string, namespace: string, pod: StaticPod): Status | null {
  const { name } = pod;
  if (namespace !== NAMESPACE) {
    const message = `static pod "${name}" must be in namespace "${NAMESPACE}"`;
    return failure('Invalid', 'staticPodNamespace', message, { name, namespace });
  }
  const shown = mirrorName(node, pod).name;
  const why = 'its name, with that of its node, is no DNS name';
  const isNamed = dns1123Subdomain.safeParse(shown).success;
  const named = isNamed ? [] : [invalidValue('invalidStaticName', 'metadata.name', shown, why)];
  const refusal = invalid('Pod', name, [...named, ...validatePodSpec(pod.spec, 'spec')]);
  if (refusal) return refusal;
  const asked = askedOfApiServer(pod.spec);
  if (asked === undefined) return null;
  return failure('Forbidden', 'staticPodNeedsApi', `static pods may not reference ${asked}`, { name, kind: asked });
}

/** What only the API server could give it. Source: the kubelet's feature PreventStaticPodAPIReferences. */
function askedOfApiServer({ containers, initContainers, volumes }: PodSpec): string | undefined {
  const all = [...initContainers, ...containers];
  const sources = all.flatMap(({ envFrom }) => envFrom);
  const values = all.flatMap(({ env }) => env.flatMap(({ valueFrom }) => valueFrom ?? []));
  if (volumes.some(({ persistentVolumeClaim }) => persistentVolumeClaim)) return 'persistentvolumeclaims';
  const hasSecret =
    volumes.some(({ secret }) => secret) ||
    sources.some(({ secretRef }) => secretRef) ||
    values.some(({ secretKeyRef }) => secretKeyRef);
  if (hasSecret) return 'secrets';
  const hasConfig =
    volumes.some(({ configMap }) => configMap) ||
    sources.some(({ configMapRef }) => configMapRef) ||
    values.some(({ configMapKeyRef }) => configMapKeyRef);
  return hasConfig ? 'configmaps' : undefined;
}

/** *Simplified*: a real kubelet shows it as Failed; under pressure it takes in what is static all the same. */
function refuseUnfit(view: View, node: string, { name, spec }: StaticPod): Status | null {
  const known = view.get('Node', node);
  const refused = known && refuseAdmission(view, known, spec);
  if (!refused || refused.reason === 'Evicted') return null;
  const { message } = refused;
  return failure('Forbidden', 'staticPodUnfit', `static pod "${name}": ${message}`, { name, node, message });
}

function refuseRoom(view: View, machine: Machine, others: readonly StaticPod[], pod: StaticPod): Status | null {
  const { key: node } = machine;
  if (others.length >= FILES_MAX) {
    const message = `the manifest folder of node "${node}" holds ${FILES_MAX} files`;
    return failure('Forbidden', 'tooManyStaticPods', message, { node, limit: FILES_MAX });
  }
  const key = uidOf(node, pod);
  const before = view.get('Sandbox', key);
  if (!before || before.killTick === null || fileOf(view, { key, nodeName: node })) return null;
  const message = `static pod "${pod.name}" is terminating`;
  return failure('Conflict', 'staticPodLeaving', message, { name: pod.name, node });
}
