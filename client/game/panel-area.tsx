/** The panel at the right: its tabs, and the one that is open. A drawer on small screens, a sheet on phones. */
import { t } from '../i18n/i18n.ts';
import { KubeletPanel } from '../panels/kubelet-panel.tsx';
import { SchedulerPanel } from '../panels/scheduler-panel.tsx';
import { StewardPanel } from '../panels/steward-panel.tsx';
import { TeacherPanel } from '../panels/teacher-panel.tsx';
import { Icon } from '../panels/icon.tsx';
import type { Game } from '../state/game.ts';
import { latePanel, type Panel } from './late-panel.tsx';
import { Tabs } from './tabs.tsx';
import type { Tab } from './tab-list.ts';

const PANELS: Readonly<Record<Tab, Panel>> = {
  scheduler: SchedulerPanel,
  steward: StewardPanel,
  kubelet: KubeletPanel,
  builder: latePanel(async () => (await import('../panels/builder-panel.tsx')).BuilderPanel),
  plots: latePanel(async () => (await import('../panels/plots-panel.tsx')).PlotsPanel),
  objects: latePanel(async () => (await import('../panels/objects-panel.tsx')).ObjectsPanel),
  teacher: TeacherPanel,
};

interface Props {
  readonly game: Game;
  readonly tabs: readonly Tab[];
  readonly shown: Tab;
  readonly isOpen: boolean;
  /** Of a sheet from below: whether it takes nearly the whole screen. */
  readonly isTall: boolean;
  readonly choose: (tab: Tab) => void;
  readonly close: () => void;
  readonly grow: (isTall: boolean) => void;
}

export function PanelArea({ game, tabs, shown, isOpen, isTall, choose, close, grow }: Props) {
  const Shown = PANELS[shown];
  return (
    <section class="panel-area" aria-label={t('game.panels')}>
      <div class="tabs-row">
        <Tabs tabs={tabs} shown={shown} isOpen={isOpen} onChoose={choose} />
        {isOpen && (
          <button
            type="button"
            class="small sheet-grow"
            aria-label={t(isTall ? 'game.lowerPanel' : 'game.raisePanel')}
            data-testid="sheet-grow"
            onClick={() => grow(!isTall)}
          >
            <Icon name={isTall ? 'down' : 'up'} />
          </button>
        )}
        {isOpen && (
          <button type="button" class="small drawer-close" aria-label={t('game.hidePanel')} onClick={close}>
            <Icon name="cross" />
          </button>
        )}
      </div>
      <div
        class="panel-body"
        id="panel"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        tabIndex={-1}
        hidden={!isOpen}
      >
        {isOpen && <Shown key={shown} game={game} />}
      </div>
    </section>
  );
}
