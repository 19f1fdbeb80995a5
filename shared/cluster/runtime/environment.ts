/**
 * A container's furniture: its environment (what the image brings, what ConfigMaps and Secrets furnish, what the pod
 * says; the last one wins), and what is missing of it or of its pod's volumes.
 */
import { placedTick, type Container, type PodSpec } from '../../api/pod.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { podField } from './pod-fields.ts';
import { filledIn } from './references.ts';

/** Something that a pod is to be furnished with and that is not there. */
export interface MissingFurniture {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
  readonly name: string;
  /** The real kubelet's words. */
  readonly message: string;
}

type Source = 'ConfigMap' | 'Secret';

interface Reference {
  readonly kind: Source;
  readonly name: string;
  readonly key?: string | undefined;
  readonly optional: boolean;
}

/** Pods live in one namespace; so does their furniture. */
const keyBeside = (podKey: string, name: string): string => `${podKey.slice(0, podKey.indexOf('/'))}/${name}`;

/** The ConfigMaps and Secrets of a container's environment, in the order in which they are read. */
function referencesOf({ env, envFrom }: Container): readonly Reference[] {
  const whole = envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...referenceTo('ConfigMap', configMapRef),
    ...referenceTo('Secret', secretRef),
  ]);
  const single = env.flatMap(({ valueFrom }) => [
    ...referenceTo('ConfigMap', valueFrom?.configMapKeyRef),
    ...referenceTo('Secret', valueFrom?.secretKeyRef),
  ]);
  return [...whole, ...single];
}

type ReferenceSpec = {
  readonly name: string;
  readonly key?: string | undefined;
  readonly optional?: boolean | undefined;
};

function referenceTo(kind: Source, spec: ReferenceSpec | undefined): readonly Reference[] {
  return spec ? [{ kind, name: spec.name, key: spec.key, optional: spec.optional ?? false }] : [];
}

function lookUp(view: View, podKey: string, { kind, name }: Pick<Reference, 'kind' | 'name'>) {
  return view.get(kind, keyBeside(podKey, name))?.data;
}

function entryOf(data: ReturnType<typeof lookUp>, key = ''): string | undefined {
  return data !== undefined && Object.hasOwn(data, key) ? data[key] : undefined;
}

/** The first thing without which the container cannot be made; undefined when nothing is missing. */
export function missingFurniture(view: View, podKey: string, container: Container): MissingFurniture | undefined {
  for (const reference of referencesOf(container)) {
    const { kind, name, key, optional } = reference;
    if (optional) continue;
    const data = lookUp(view, podKey, reference);
    if (data === undefined) return { kind, name, message: `${kind.toLowerCase()} "${name}" not found` };
    if (key !== undefined && entryOf(data, key) === undefined) {
      return { kind, name, message: `couldn't find key ${key} in ${kind} ${keyBeside(podKey, name)}` };
    }
  }
  return undefined;
}

/** The first volume of the pod that cannot be mounted, and why. Without it none of its containers is made. */
export function missingVolume(
  view: View,
  podKey: string,
  { volumes }: PodSpec,
): (MissingFurniture & { readonly volume: string }) | undefined {
  for (const { name: volume, configMap, secret, persistentVolumeClaim } of volumes) {
    const missing = (kind: MissingFurniture['kind'], name: string) => ({
      volume,
      kind,
      name,
      message: `MountVolume.SetUp failed for volume "${volume}" : ${kind.toLowerCase()} "${name}" not found`,
    });
    const has = (kind: MissingFurniture['kind'], name: string) => view.get(kind, keyBeside(podKey, name)) !== undefined;
    if (configMap && !configMap.optional && !has('ConfigMap', configMap.name))
      return missing('ConfigMap', configMap.name);
    if (secret && !secret.optional && !has('Secret', secret.secretName)) return missing('Secret', secret.secretName);
    if (persistentVolumeClaim && !has('PersistentVolumeClaim', persistentVolumeClaim.claimName)) {
      return missing('PersistentVolumeClaim', persistentVolumeClaim.claimName);
    }
    if (persistentVolumeClaim && isLeaving(view, podKey, persistentVolumeClaim.claimName)) {
      const { claimName: name } = persistentVolumeClaim;
      const message = `can't start pod because PVC ${keyBeside(podKey, name)} is being deleted`;
      return { volume, kind: 'PersistentVolumeClaim', name, message };
    }
  }
  return undefined;
}

/** The claim was to go before the pod came to its node. *Simplified*: the real scheduler does not even bind it. */
function isLeaving(view: View, podKey: string, claimName: string): boolean {
  const deletionTick = view.get('PersistentVolumeClaim', keyBeside(podKey, claimName))?.metadata.deletionTick ?? null;
  const pod = view.get('Pod', podKey);
  return deletionTick !== null && pod !== undefined && placedTick(pod) > deletionTick;
}

/** Everything that a pod names of its furniture, for those who look for its users. */
export function usesFurniture(spec: PodSpec, kind: MissingFurniture['kind'], name: string): boolean {
  const containers = [...spec.initContainers, ...spec.containers];
  return (
    containers.some((container) =>
      referencesOf(container).some((reference) => reference.kind === kind && reference.name === name),
    ) ||
    spec.volumes.some(
      ({ configMap, secret, persistentVolumeClaim }) =>
        (kind === 'ConfigMap' && configMap?.name === name) ||
        (kind === 'Secret' && secret?.secretName === name) ||
        (kind === 'PersistentVolumeClaim' && persistentVolumeClaim?.claimName === name),
    )
  );
}

export function environmentOf(view: View, podKey: string, container: Container, image: Image): Record<string, string> {
  return { ...image.config.env, ...furnishedEnvironment(view, podKey, container) };
}

/** Without what the image brings: what the pod's own texts may name. */
export function furnishedEnvironment(view: View, podKey: string, container: Container): Record<string, string> {
  const environment = new Map<string, string>();
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom) {
    for (const reference of [...referenceTo('ConfigMap', configMapRef), ...referenceTo('Secret', secretRef)]) {
      for (const [name, value] of Object.entries(lookUp(view, podKey, reference) ?? {})) {
        environment.set(prefix + name, value);
      }
    }
  }
  for (const { name, value, valueFrom } of container.env) {
    const [reference] = [
      ...referenceTo('ConfigMap', valueFrom?.configMapKeyRef),
      ...referenceTo('Secret', valueFrom?.secretKeyRef),
    ];
    const said = value === undefined ? undefined : filledIn(value, (named) => environment.get(named));
    const field = valueFrom?.fieldRef?.fieldPath;
    const own = field === undefined ? said : podField(view, podKey, field);
    const found = reference ? entryOf(lookUp(view, podKey, reference), reference.key) : own;
    if (found !== undefined) environment.set(name, found);
  }
  return Object.fromEntries(environment);
}

/** What the runtime adds: the pod's name, as long as a host's may be. Source: pkg/kubelet, truncatePodHostnameIfNeeded. */
export function runtimesEnvironment(podKey: string): Record<string, string> {
  const name = podKey.slice(podKey.indexOf('/') + 1);
  return { HOSTNAME: name.slice(0, 63).replace(/[-.]+$/, '') };
}
