/** process-bomb: a script outside every pod starts processes without end. It matters where the kubelet watches their number. */
import { strayFault } from '../stray-fault.ts';

export const processBomb = strayFault('process-bomb', 'PIDPressure', 'processes', 3);
