/** Names as Kubernetes allows them. Source: apimachinery/pkg/util/validation. */
import { z } from 'zod';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const QUALIFIED = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

export const dns1123Label = z.string().max(63).regex(LABEL);
export const dns1123Subdomain = z.string().max(253).regex(SUBDOMAIN);
export const labelValue = z.string().max(63).regex(LABEL_VALUE);
export const qualifiedName = z.string().max(317).regex(QUALIFIED);
export const labels = z.record(qualifiedName, labelValue);
export const annotations = z.record(qualifiedName, z.string().max(4096));
