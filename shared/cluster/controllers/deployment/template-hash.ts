/** The label that tells the pods of one revision from those of another. */
import { TEMPLATE_HASH_LABEL } from '../../../api/deployment.ts';
import type { PodTemplate } from '../../../api/pod.ts';
import { isEqual } from '../../../base/equal.ts';
import { hashValue } from '../../../base/hash.ts';

/** Source: apimachinery/pkg/util/rand: no vowels, so that no word appears by accident. */
const SAFE_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** `collision` gives another answer for the same template, should a name be taken. */
export function templateHash(template: PodTemplate, collision: number): string {
  const digits = String(hashValue([template, collision]).low);
  return [...digits].map((digit) => SAFE_LETTERS[digit.charCodeAt(0) % SAFE_LETTERS.length]).join('');
}

export function withTemplateHash(template: PodTemplate, hash: string): PodTemplate {
  const { metadata } = template;
  return { ...template, metadata: { ...metadata, labels: { ...metadata.labels, [TEMPLATE_HASH_LABEL]: hash } } };
}

export function withoutTemplateHash(template: PodTemplate): PodTemplate {
  const { [TEMPLATE_HASH_LABEL]: _hash, ...labels } = template.metadata.labels;
  return { ...template, metadata: { ...template.metadata, labels } };
}

/** Equal apart from the hash label. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return isEqual(withoutTemplateHash(a), withoutTemplateHash(b));
}
