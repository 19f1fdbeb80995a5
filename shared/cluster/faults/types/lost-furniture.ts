/** lost-furniture: a ConfigMap is deleted. */
import { furnitureLoss } from '../furniture-loss.ts';

export const lostFurniture = furnitureLoss('lost-furniture', 'ConfigMap', 1);
