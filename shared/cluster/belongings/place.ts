/** Where a container's program puts what it keeps: into a volume that is mounted there, else into its own layer. */
import type { Container, PodSpec } from '../../api/pod.ts';
import type { Belongings } from '../../api/world/belongings.ts';

export type Place = Pick<Belongings, 'place' | 'claimKey'>;

const OWN_LAYER: Place = { place: 'layer', claimKey: '' };

const covers = (mountPath: string, path: string): boolean => {
  const folder = mountPath.endsWith('/') ? mountPath : `${mountPath}/`;
  return `${path}/`.startsWith(folder);
};

/** The deepest mount wins, also over one above it that could be written to. What is mounted to be read only keeps nothing new. */
export function placeOf(
  podKey: string,
  { volumes }: Pick<PodSpec, 'volumes'>,
  container: Container,
  path: string,
): Place {
  const mounts = container.volumeMounts
    .filter(({ mountPath }) => covers(mountPath, path))
    .sort((a, b) => b.mountPath.length - a.mountPath.length);
  const [deepest] = mounts;
  if (!deepest || deepest.readOnly) return OWN_LAYER;
  const volume = volumes.find(({ name }) => name === deepest.name);
  if (volume?.persistentVolumeClaim) {
    const namespace = podKey.slice(0, podKey.indexOf('/'));
    return { place: 'claim', claimKey: `${namespace}/${volume.persistentVolumeClaim.claimName}` };
  }
  return volume?.emptyDir ? { place: 'pod', claimKey: '' } : OWN_LAYER;
}
