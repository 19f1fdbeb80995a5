/** Fields that several verbs share. */
import { z } from 'zod';
import { dns1123Label, dns1123Subdomain } from '../../api/names.ts';

/** `default/web-x7k2p`: the key of a namespaced object. */
export const objectKey = z
  .string()
  .max(320)
  .regex(/^[a-z0-9-]+\/[a-z0-9][-.a-z0-9]*$/);
/** `team-a`: the key of an object that stands in no namespace. */
export const clusterKey = dns1123Subdomain;
/** `team/teahouse:1`, as people write it. */
export const imageReference = z.string().min(1).max(512);
export const nodeName = dns1123Subdomain;
export const containerName = dns1123Label;
export const hostName = dns1123Label;
/** `plot-1/vm-3`: a tenant of a host. */
export const tenantKey = z
  .string()
  .max(130)
  .regex(/^[a-z0-9-]+\/[a-z]+-[0-9]+$/);
