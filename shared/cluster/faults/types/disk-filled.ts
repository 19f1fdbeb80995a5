/** disk-filled: somebody’s files, which belong to no pod, fill a village’s disk. Its kubelet sends houses away to save the village. */
import { strayFault } from '../stray-fault.ts';

export const diskFilled = strayFault('disk-filled', 'DiskPressure', 'disk', 2);
