/** Names: DNS labels and subdomains, qualified names, label values, keys of a ConfigMap. */
import type { z } from 'zod';
import { percent } from '../../../shared/api/int-or-percent.ts';
import {
  configMapKey,
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  labelValue,
  portName,
  qualifiedName,
} from '../../../shared/api/names.ts';

const accepts =
  (schema: z.ZodType) =>
  ({ value }: { readonly value: string }) => ({ valid: schema.safeParse(value).success });

export const adapters = {
  IsDNS1123Label: accepts(dns1123Label),
  IsDNS1123Subdomain: accepts(dns1123Subdomain),
  IsDNS1035Label: accepts(dns1035Label),
  IsValidPortName: accepts(portName),
  IsQualifiedName: accepts(qualifiedName),
  IsValidLabelValue: accepts(labelValue),
  IsConfigMapKey: accepts(configMapKey),
  IsValidPercent: accepts(percent),
};
