/** The town for eyes and hands that no canvas reaches: a tree of villages and houses, shown when the keyboard is in it. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { treeKey, viewKey } from '../../input/town-keys.ts';
import type { TownControl } from '../town-control.ts';
import { selectedItem, treeItems, type TreeItem } from './tree-items.ts';

export function TownMirror({ control }: { control: TownControl }) {
  const model = control.state.model.value;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState('');
  const list = useRef<HTMLUListElement>(null);
  if (!model) return null;
  const items = treeItems(model, open);
  const selected = selectedItem(items, control.game.selection.value);
  const current = items.find(({ id }) => id === focused) ?? items[0];

  const focus = (item: TreeItem | undefined): void => {
    if (!item) return;
    setFocused(item.id);
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`)?.focus();
    if (item.selection) control.show(item.selection);
  };
  const fold = (item: TreeItem, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(item.id);
    else next.delete(item.id);
    setOpen(next);
  };
  const choose = (item: TreeItem): void => {
    if (item.selection) control.select(item.selection);
    else fold(item, item.isOpen !== true);
  };
  const press = (event: KeyboardEvent): void => {
    if (!current || viewKey(event, control.sight)) return;
    const step = treeKey(event, items, current);
    if (!step) return;
    event.preventDefault();
    if (step.type === 'focus') focus(step.item);
    else if (step.type === 'fold') fold(current, step.isOpen);
    else choose(current);
  };

  return (
    <nav class="town-mirror card" aria-label={t('town.tree')}>
      <p class="soft" id="town-mirror-hint">
        {t('town.treeHint')} {t('town.keys')}
      </p>
      <ul role="tree" ref={list} aria-label={t('town.tree')} aria-describedby="town-mirror-hint" onKeyDown={press}>
        {items.map((item) => (
          <li
            key={item.id}
            role="treeitem"
            aria-level={item.level}
            aria-selected={item === selected}
            aria-expanded={item.isOpen ?? undefined}
            data-item={item.id}
            tabIndex={item === current ? 0 : -1}
            onClick={() => {
              focus(item);
              choose(item);
            }}
            onFocus={() => focusLightly(item, setFocused, control)}
          >
            {item.text}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function focusLightly(item: TreeItem, setFocused: (id: string) => void, control: TownControl): void {
  setFocused(item.id);
  if (item.selection) control.show(item.selection);
}
