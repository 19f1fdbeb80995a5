/** Random classes against the real code, the seeds from 1 in steps of two. `npm run simulate` plays as many as there is time for. */
import { attackWith } from '../../support/attack-part.ts';

attackWith(Array.from({ length: 120 }, (_, index) => 1 + 2 * index));
