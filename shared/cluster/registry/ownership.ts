/** Whose shelf a repository stands on, and what stands there. */
import { failure, notFound, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import type { Actor } from '../actor.ts';
import { settingsOf } from '../world.ts';
import { refuseWhileShut } from './availability.ts';
import { DEFAULT_DOMAIN, parseReference, repositoryOf, resolveReference, type ImageReference } from './reference.ts';

export interface OwnImage {
  readonly reference: ImageReference;
  readonly repository: string;
  readonly namespace: string;
}

/** Readable by all, writable by its team: the registry's rule for namespaces. */
export function refuseForeign(view: View, { domain, path }: ImageReference): Status | null {
  if (domain !== DEFAULT_DOMAIN) {
    return failure('BadRequest', 'registryUnknown', `lookup ${domain}: no such host`, { domain });
  }
  const namespace = settingsOf(view).registryNamespace;
  const [owner = ''] = path.split('/');
  if (owner === namespace) return null;
  const message = 'denied: requested access to the resource is denied';
  const details = { owner, namespace };
  return failure('Forbidden', owner === 'library' ? 'pushDeniedOfficial' : 'pushDenied', message, details);
}

/** A reference to one's own shelf; the teacher may touch any. The registry has to answer: what follows is a request to it. */
export function ownImage(view: View, text: string, actor: Actor): OwnImage | Status {
  const reference = parseReference(text);
  if (!reference) {
    return failure('Invalid', 'tagInvalid', `invalid reference format: "${text}"`, { reference: text });
  }
  const refusal = (actor.type === 'teacher' ? null : refuseForeign(view, reference)) ?? refuseWhileShut(view);
  if (refusal) return refusal;
  const [namespace = ''] = reference.path.split('/');
  return { reference, repository: repositoryOf(reference), namespace };
}

export function isRefusal(result: OwnImage | Status): result is Status {
  return 'status' in result;
}

/** The digest that the registry has under that name. */
export function digestOn(view: View, text: string): string | Status {
  return resolveReference(view, text) ?? notFound('manifest', text);
}
