/** How long something still takes. It stands beside what is said aloud, never in it: nobody wants to hear a clock. */
import { formatTicks, t } from '../i18n/i18n.ts';

export function TimeLeft({ doneTick, tick }: { doneTick: number | null; tick: number }) {
  return <span class="soft"> {t('panel.left', { time: formatTicks(Math.max(0, (doneTick ?? tick) - tick)) })}</span>;
}
