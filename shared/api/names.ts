/** Names as Kubernetes allows them. Source: apimachinery/pkg/util/validation. */
import { z } from 'zod';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const NAME_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const PORT_NAME = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const CONFIG_KEY = /^(?!\.\.)(?!\.$)[-._a-zA-Z0-9]+$/;

export const dns1123Label = z.string().max(63).regex(LABEL);
export const dns1123Subdomain = z.string().max(253).regex(SUBDOMAIN);
/** What may be a Service's name: a label of the older rule, which begins with a letter. */
export const dns1035Label = z.string().max(63).regex(LABEL_1035);
export const portName = z.string().max(15).regex(PORT_NAME);
export const configMapKey = z.string().max(253).regex(CONFIG_KEY);
export const labelValue = z.string().max(63).regex(LABEL_VALUE);

/** `name`, or `prefix/name` with a DNS name as the prefix. */
function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  const [prefix, ...more] = parts;
  if (more.length > 0 || name.length > 63 || !NAME_PART.test(name)) return false;
  return prefix === undefined || dns1123Subdomain.safeParse(prefix).success;
}

export const qualifiedName = z
  .string()
  .max(317)
  .refine(isQualifiedName, { error: 'must be a name of letters, digits, - _ . with an optional prefix/' });
export const labels = z.record(qualifiedName, labelValue);
export const annotations = z.record(qualifiedName, z.string().max(4096));
