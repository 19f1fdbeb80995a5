/** Which loop, or `input`, is writing now. Explanations are inert for the rules; a test may read them. */
import { Store, type View } from '../../../shared/store/store.ts';

export function writerOf(view: View): string | undefined {
  return view instanceof Store ? view.causes.get(view.cause)?.by : undefined;
}
