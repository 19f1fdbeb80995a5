/** deleted-secret: a Secret is deleted, perhaps because somebody changed a password. */
import { furnitureLoss } from '../furniture-loss.ts';

export const deletedSecret = furnitureLoss('deleted-secret', 'Secret', 1);
