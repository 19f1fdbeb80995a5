/** The dial at its end: what is selected in the town, as the YAML that the API server holds. */
import { KINDS, type Kind } from '../../../shared/api/kinds.ts';
import { t } from '../../i18n/i18n.ts';
import { YamlView } from '../../panels/objects/yaml-view.tsx';
import { useStore } from '../../panels/use-store.ts';
import type { TownControl } from '../town-control.ts';

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

export function YamlCard({ control }: { control: TownControl }) {
  const { game } = control;
  const store = useStore(game);
  const selection = game.selection.value;
  if (game.dial.value !== 'yaml' || !store || selection === null || !isKind(selection.kind)) return null;
  const object = store.get(selection.kind, selection.key);
  if (!object) return null;
  return (
    <section class="town-yaml card" aria-label={t('town.yaml')} data-testid="town-yaml">
      <YamlView object={object} />
    </section>
  );
}
