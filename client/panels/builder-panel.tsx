/** The builder: draws blueprints, builds and ships images, and asks for what shall stand. */
import { useStore } from './use-store.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { bench, benchesFor } from './builder/benches.ts';
import { BlueprintBench } from './builder/blueprint-bench.tsx';
import { DeployBench } from './builder/deploy-bench.tsx';
import { OrderList } from './builder/order-list.tsx';
import { RegistryLine } from './builder/registry-line.tsx';
import { ShelvesBench } from './builder/shelves-bench.tsx';
import { YamlBench } from './builder/yaml-bench.tsx';
import { LoopSwitch } from './loop-switch.tsx';
import { PanelHead } from './panel-head.tsx';
import { fullView } from './preferences.ts';
import { useTerm } from './terms.ts';

const PARTS = { blueprint: BlueprintBench, shelves: ShelvesBench, deploy: DeployBench, yaml: YamlBench } as const;

export function BuilderPanel({ game }: { game: Game }) {
  const store = useStore(game);
  const name = useTerm(game);
  if (!store) return null;
  const Part = PARTS[bench.value];
  return (
    <div class="panel" data-testid="panel-builder">
      <PanelHead
        game={game}
        view={store}
        title={name('builder')}
        hint={t('builder.hint')}
        picture="landmark/workshop"
        codex="cache"
      />
      <LoopSwitch game={game} view={store} id="builder" />
      <RegistryLine game={game} view={store} />
      <OrderList game={game} view={store} />
      <div class="benches" role="group" aria-label={t('builder.benches')}>
        {benchesFor(fullView.value, game.dial.value, bench.value).map((part) => (
          <button
            key={part}
            type="button"
            class="small"
            aria-pressed={part === bench.value}
            data-testid={`bench-${part}`}
            onClick={() => {
              bench.value = part;
            }}
          >
            {t(`bench.${part}`)}
          </button>
        ))}
      </div>
      <Part game={game} view={store} />
    </div>
  );
}
