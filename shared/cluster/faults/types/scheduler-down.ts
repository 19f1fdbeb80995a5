/** scheduler-down: nobody is in the dispatch room. What has a village stays; nothing new gets one. */
import { leaderDown } from '../leader-down.ts';

export const schedulerDown = leaderDown('scheduler-down', 'scheduler');
