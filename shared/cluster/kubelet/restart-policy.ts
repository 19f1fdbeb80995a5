/**
 * Whether a container is to run (again): its own rules first, then its own policy, then the pod's.
 * Source: pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted; pkg/api/v1/pod/util.go.
 */
import type { RestartRule } from '../../api/container.ts';
import type { Container, PodSpec } from '../../api/pod.ts';

export type RestartPolicy = PodSpec['restartPolicy'];

/** What of a container's definition decides about its restarts. */
export type RestartTerms = Pick<Container, 'restartPolicy' | 'restartPolicyRules'>;

/** What the runtime knows of a container's latest incarnation; null when there has been none. */
export type LatestContainer =
  | { readonly state: 'created' | 'running' | 'unknown' }
  | { readonly state: 'exited'; readonly exitCode: number };

/** An init container that goes on beside the others. */
export function isSidecar({ restartPolicy }: RestartTerms): boolean {
  return restartPolicy === 'Always';
}

/** The first of its rules that speaks of this exit code. */
function matchingRule({ restartPolicyRules = [] }: RestartTerms, exitCode: number): RestartRule | undefined {
  return restartPolicyRules.find(({ exitCodes: { operator, values } }) =>
    operator === 'In' ? values.includes(exitCode) : !values.includes(exitCode),
  );
}

/** Its end has the whole pod start over. */
export function restartsAll(container: RestartTerms, exitCode: number): boolean {
  return matchingRule(container, exitCode)?.action === 'RestartAllContainers';
}

export function containerShouldRestart(container: RestartTerms, podPolicy: RestartPolicy, exitCode: number): boolean {
  // Whichever action it names, this one starts again.
  if (matchingRule(container, exitCode)) return true;
  const policy = container.restartPolicy ?? podPolicy;
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0);
}

export function shouldContainerBeRestarted(
  container: RestartTerms,
  podPolicy: RestartPolicy,
  latest: LatestContainer | null,
  podDeleting: boolean,
): boolean {
  if (podDeleting) return false;
  if (latest === null) return true;
  if (latest.state === 'exited') return containerShouldRestart(container, podPolicy, latest.exitCode);
  return latest.state !== 'running';
}
