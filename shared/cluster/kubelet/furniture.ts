/** What a container waits for that is to be carried in: volumes before all, then what its environment is made of. */
import type { Container } from '../../api/pod.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { missingFurniture, missingVolume, type MissingFurniture } from '../runtime/environment.ts';

export interface Missing extends MissingFurniture {
  /** Empty for what belongs to the environment. */
  readonly volume: string;
}

export function missingOf(view: View, { podKey, spec }: Sandbox, container: Container): Missing | undefined {
  const inVolume = missingVolume(view, podKey, spec);
  if (inVolume) return inVolume;
  const inEnvironment = missingFurniture(view, podKey, container);
  return inEnvironment && { ...inEnvironment, volume: '' };
}
