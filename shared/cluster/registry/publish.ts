/** Puts an image on the shelves: its layers, its plan, and the tag that points at it. */
import type { Image } from '../../api/world/image.ts';
import type { World } from '../world.ts';

export interface Publication {
  readonly image: Image;
  /** Full reference, `docker.io/team-1/teahouse:1`. */
  readonly reference: string;
  readonly namespace: string;
  readonly by: string;
}

export function publishImage(_world: World, _publication: Publication): void {}
