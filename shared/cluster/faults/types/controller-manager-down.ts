/** controller-manager-down: the chief steward is away. Nothing is compared, and so nothing is put right. */
import { leaderDown } from '../leader-down.ts';

export const controllerManagerDown = leaderDown('controller-manager-down', 'controller-manager');
