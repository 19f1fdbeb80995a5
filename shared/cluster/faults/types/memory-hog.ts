/** memory-hog: a process outside every pod takes a village’s memory. Its kubelet sends houses away, and that does not help. */
import { strayFault } from '../stray-fault.ts';

export const memoryHog = strayFault('memory-hog', 'MemoryPressure', 'memory', 3);
