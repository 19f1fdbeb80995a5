/** What the API server fills in where a pod says nothing. Source: pkg/apis/core/v1/defaults.go and admission plugins. */
import { TAINT } from '../../api/node.ts';
import type { Container, PodSpec, PodTemplate, Toleration } from '../../api/pod.ts';
import { DEFAULT_TAG, parseReference } from '../registry/reference.ts';
import { withPodRequests } from './pod-resources.ts';

/** Oracle: node.defaultNotReadyTolerationSeconds, node.defaultUnreachableTolerationSeconds. */
const DEFAULT_TOLERATION_SECONDS = 300;

type PullPolicy = NonNullable<Container['imagePullPolicy']>;

/** `latest`, written or meant, may be another house tomorrow: it is asked for each time. Oracle: pod.imagePullPolicy*. */
export function defaultPullPolicy(image: string): PullPolicy {
  const reference = parseReference(image);
  const tag = reference && (reference.tag ?? (reference.digest === null ? DEFAULT_TAG : null));
  return tag === DEFAULT_TAG ? 'Always' : 'IfNotPresent';
}

function withPullPolicy(container: Container): Container {
  return container.imagePullPolicy ? container : { ...container, imagePullPolicy: defaultPullPolicy(container.image) };
}

/** A limit without a request is a request, too. */
function withRequests(container: Container): Container {
  const { requests, limits } = container.resources;
  const cpu = requests.cpu ?? limits.cpu;
  const memory = requests.memory ?? limits.memory;
  if (cpu === requests.cpu && memory === requests.memory) return container;
  const filled = { ...requests, ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  return { ...container, resources: { limits, requests: filled } };
}

/** No annotations are none. */
function tidied({ annotations = {}, labels }: PodTemplate['metadata']): PodTemplate['metadata'] {
  return Object.keys(annotations).length === 0 ? { labels } : { labels, annotations };
}

/** Templates keep what the author left open to the pods that are made of them, except how to pull. */
export function defaultTemplate(template: PodTemplate): PodTemplate {
  const { containers, initContainers } = template.spec;
  const filled = { containers: containers.map(withPullPolicy), initContainers: initContainers.map(withPullPolicy) };
  return { metadata: tidied(template.metadata), spec: { ...template.spec, ...filled } };
}

const filled = (container: Container): Container => withRequests(withPullPolicy(container));

const DEFAULTED = new WeakMap<PodSpec, PodSpec>();

/** The spec of a pod that is created. The same spec gives the same object: pods of one template share it. */
export function defaultPodSpec(spec: PodSpec): PodSpec {
  let defaulted = DEFAULTED.get(spec);
  if (!defaulted) {
    defaulted = {
      ...spec,
      ...withPodRequests(spec),
      containers: spec.containers.map(filled),
      initContainers: spec.initContainers.map(filled),
      tolerations: withDefaultTolerations(spec.tolerations),
    };
    DEFAULTED.set(spec, defaulted);
  }
  return defaulted;
}

/** Five minutes on a node in trouble, unless the pod says otherwise. Source: plugin/pkg/admission/defaulttolerationseconds. */
function withDefaultTolerations(tolerations: readonly Toleration[]): readonly Toleration[] {
  const added = [TAINT.notReady, TAINT.unreachable].filter(
    (key) => !tolerations.some((toleration) => isAbout(toleration, key)),
  );
  return [
    ...tolerations,
    ...added.map((key): Toleration => ({
      key,
      operator: 'Exists',
      value: '',
      effect: 'NoExecute',
      tolerationSeconds: DEFAULT_TOLERATION_SECONDS,
    })),
  ];
}

function isAbout({ key, effect }: Toleration, taintKey: string): boolean {
  return (key === undefined || key === taintKey) && (effect === undefined || effect === 'NoExecute');
}
