/** The town on the page: the canvas behind everything, and over it what can be read, reached by key, and spoken. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import '../styles/town.css';
import { t } from '../i18n/i18n.ts';
import { listenToGestures } from '../input/gestures.ts';
import type { Game } from '../state/game.ts';
import { Legend } from './overlay/legend.tsx';
import { Minimap } from './overlay/minimap.tsx';
import { Tooltip } from './overlay/tooltip.tsx';
import { TownButtons } from './overlay/town-buttons.tsx';
import { TownMirror } from './overlay/town-mirror.tsx';
import { Announcements } from './overlay/announcements.tsx';
import { gestureHandlers } from './town-gestures.ts';
import { TownControl } from './town-control.ts';
import { installTestHooks } from './test-hooks.ts';
import { YamlCard } from './overlay/yaml-card.tsx';
import { CarriedPlan } from './overlay/carried-plan.tsx';

export function TownView({ game }: { game: Game }) {
  const host = useRef<HTMLDivElement>(null);
  const control = useMemo(() => new TownControl(game), [game]);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const stopGestures = listenToGestures(element, gestureHandlers(control));
    const observer = new ResizeObserver(() => control.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    control.resize(element.clientWidth, element.clientHeight);
    void control.start(element);
    const removeHooks = installTestHooks(control);
    return () => {
      removeHooks();
      observer.disconnect();
      stopGestures();
      control.stop();
    };
  }, [control]);
  return (
    <div class="town" data-testid="town" data-ready={control.isReady.value} style={coverStyle(control)}>
      <div class="town-canvas" ref={host} />
      {!control.isReady.value && (
        <p class="town-wait card" role="status">
          {t(control.isBroken.value ? 'town.failed' : 'town.loading')}
        </p>
      )}
      <TownMirror control={control} />
      <Announcements control={control} />
      <Legend />
      <YamlCard control={control} />
      <div class="town-corner">
        <TownButtons control={control} />
        <Minimap control={control} />
      </div>
      <CarriedPlan control={control} />
      <Tooltip control={control} />
    </div>
  );
}

/** The corners of what the panels leave free, for the style sheet. */
function coverStyle(control: TownControl): Record<string, string> {
  const { top, right, bottom, left } = control.sight.covered.value;
  return {
    '--cover-top': `${top}px`,
    '--cover-right': `${right}px`,
    '--cover-bottom': `${bottom}px`,
    '--cover-left': `${left}px`,
  };
}
