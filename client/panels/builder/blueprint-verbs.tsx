/** What one does with a blueprint: build it, ship what was built, ask for houses of it. */
import type { BuildOptions } from '../../../shared/cluster/build/materials.ts';
import { backpack } from '../../../shared/cluster/registry/shelves.ts';
import { normaliseReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';
import { nextOfBlueprint } from './next-of-blueprint.ts';
import { bench } from './benches.ts';
import { orderedImage } from './workshop-state.ts';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly dockerfile: string;
  readonly reference: string;
  readonly options: BuildOptions;
  readonly hasProblems: boolean;
}

export function BlueprintVerbs({ game, view, dockerfile, reference, options, hasProblems }: Props) {
  const key = normaliseReference(reference);
  const built = backpack(view).find((item) => item.reference === key);
  const next = nextOfBlueprint(built);
  return (
    <div class="row" data-testid="blueprint-verbs">
      <VerbButton
        game={game}
        verb={{ verb: 'build', dockerfile, reference, ...options }}
        primary={next === 'build'}
        blocked={hasProblems ? t('builder.hasProblems') : undefined}
      >
        {t('builder.build')}
      </VerbButton>
      <VerbButton
        game={game}
        verb={{ verb: 'push', reference }}
        primary={next === 'push'}
        blocked={next === 'build' ? t('builder.notBuilt') : next === 'order' ? t('builder.isPushed') : undefined}
      >
        {t('builder.push')}
      </VerbButton>
      <button
        type="button"
        class={next === 'order' ? 'small primary' : 'small'}
        data-testid="order-houses"
        onClick={() => {
          if (built?.isPushed === true) orderedImage.value = built.name;
          bench.value = 'deploy';
        }}
      >
        {t('builder.order')}
      </button>
    </div>
  );
}
