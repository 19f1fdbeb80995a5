/** The registry keeper's books: who vouches for an image, what may not be handed out, which tags stand still. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';

/** Somebody vouches for exactly this digest. */
export interface Signature {
  readonly kind: 'Signature';
  /** `namespace|digest` */
  readonly key: string;
  readonly digest: string;
  /** Whose key signed it: a team's namespace, or `library`. */
  readonly namespace: string;
  readonly by: string;
  readonly tick: number;
}

/** An image that the keeper hands out to nobody. What runs already runs on. */
export interface Quarantine {
  readonly kind: 'Quarantine';
  /** Digest. */
  readonly key: string;
  readonly by: string;
  readonly sinceTick: number;
}

/** What was agreed on for one repository; absent: nothing. */
export interface Repository {
  readonly kind: 'Repository';
  /** `docker.io/team/teahouse` */
  readonly key: string;
  /** A tag that stands cannot be pushed anew. */
  readonly immutableTags: boolean;
}

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a scanner knows of a package. */
export interface Advisory {
  readonly id: string;
  readonly package: string;
  /** Weak are the versions below this one. */
  readonly fixedIn: string;
  readonly severity: Severity;
}

/** Which images this cluster lets in. Absent: all. */
export const admissionPolicy = z.strictObject({
  /** By the namespace that the image comes from. */
  requireSignature: z.boolean().default(false),
  /** Refused from this severity on; null: whatever the scan finds. */
  refuseSeverity: z.enum(SEVERITIES).nullable().default(null),
  /** A tag may point elsewhere tomorrow; a digest cannot. */
  digestsOnly: z.boolean().default(false),
});

export interface AdmissionPolicy extends DeepReadonly<z.infer<typeof admissionPolicy>> {
  readonly kind: 'AdmissionPolicy';
  readonly key: 'policy';
}
