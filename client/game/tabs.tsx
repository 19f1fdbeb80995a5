/** The tabs of the panels. Arrow keys walk along them, as the ARIA pattern has it. */
import { useRef } from 'preact/hooks';
import { Sprite } from '../panels/sprite.tsx';
import { t } from '../i18n/i18n.ts';
import type { Tab } from './tab-list.ts';

const PICTURES: Readonly<Record<Tab, string>> = {
  scheduler: 'landmark/dispatch',
  steward: 'landmark/lodge',
  kubelet: 'post/head',
  builder: 'landmark/workshop',
  plots: 'landmark/workshop',
  objects: 'house/villa/ready',
  teacher: 'landmark/hall',
};

interface Props {
  readonly tabs: readonly Tab[];
  readonly shown: Tab;
  readonly isOpen: boolean;
  readonly onChoose: (tab: Tab) => void;
}

export function Tabs({ tabs, shown, isOpen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : 0;
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? 1 : 0;
    if (step + back === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(shown) + step - back + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={t('game.panels')} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === shown && isOpen}
          aria-controls="panel"
          tabIndex={tab === shown ? 0 : -1}
          data-testid={`tab-${tab}`}
          onClick={() => onChoose(tab)}
        >
          <Sprite frame={PICTURES[tab]} size={1.5} />
          <span>{t(`tab.${tab}`)}</span>
        </button>
      ))}
    </div>
  );
}
