/** Volumes: furniture that outlives the house it stands in. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { dns1123Label, dns1123Subdomain } from './names.ts';
import { quantity } from './quantity.ts';

const name = dns1123Label;
const optional = z.boolean().optional();

/** Kinds of volumes that are there to be mounted, and hold nothing that anybody looks at. */
export const INERT_SOURCES = [
  'hostPath',
  'projected',
  'downwardAPI',
  'ephemeral',
  'csi',
  'nfs',
  'iscsi',
  'fc',
  'gitRepo',
  'glusterfs',
  'rbd',
  'cephfs',
  'cinder',
  'flocker',
  'flexVolume',
  'awsElasticBlockStore',
  'gcePersistentDisk',
  'azureDisk',
  'azureFile',
  'portworxVolume',
  'photonPersistentDisk',
  'quobyte',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;
type InertSource = (typeof INERT_SOURCES)[number];

const nothing = z.strictObject({}).optional();
const inert = Object.fromEntries(INERT_SOURCES.map((source) => [source, nothing])) as Record<
  InertSource,
  typeof nothing
>;

/** One kind each. */
const volumeAsWritten = z.strictObject({
  name,
  /** Outlives its containers, not its pod. */
  emptyDir: z.strictObject({ sizeLimit: quantity.optional() }).optional(),
  /** Outlives its pod. */
  persistentVolumeClaim: z.strictObject({ claimName: dns1123Subdomain }).optional(),
  configMap: z.strictObject({ name: dns1123Subdomain, optional }).optional(),
  secret: z.strictObject({ secretName: dns1123Subdomain, optional }).optional(),
  /** The files of another house, as shelves to read from. */
  image: z.strictObject({ reference: z.string().min(1).max(512) }).optional(),
  ...inert,
});
/** One that says nothing, or null, is an empty room. Source: pkg/apis/core/v1/defaults.go, SetDefaults_Volume. */
export const volume = volumeAsWritten.overwrite((written) => {
  const { name: _name, ...sources } = written;
  const isFromNowhere = Object.values(sources).every((source) => source === undefined);
  return isFromNowhere ? { ...written, emptyDir: {} } : written;
});
export type Volume = DeepReadonly<z.infer<typeof volume>>;

export const volumeMount = z.strictObject({
  /** Of the pod's volume. */
  name,
  mountPath: z.string().min(1).max(500),
  readOnly: z.boolean().default(false),
});
export type VolumeMount = DeepReadonly<z.infer<typeof volumeMount>>;
