/** What the town has asked for, and what is still missing of it: blueprint, image, manifests. */
import { fillOrder, liveOf, type FilledOrder } from '../../../shared/cluster/build/orders.ts';
import { normaliseReference, resolveReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { fullView } from '../preferences.ts';
import { VerbButton } from '../verb-button.tsx';
import { bench } from './benches.ts';
import { blueprint, imageName } from './workshop-state.ts';
import { Icon } from '../icon.tsx';

export function OrderList({ game, view }: { game: Game; view: View }) {
  const orders = view.keys('Order').flatMap((key) => {
    const order = view.get('Order', key);
    return order ? [fillOrder(view, order)] : [];
  });
  const open = orders.filter((filled) => filled.manifests.some((manifest) => !liveOf(view, manifest)));
  if (orders.length === 0) return null;
  return (
    <section class="orders" aria-labelledby="orders">
      <h3 id="orders">
        {t('orders.title')}{' '}
        <span class={open.length > 0 ? 'count due' : 'count'}>{t('orders.open', { count: open.length })}</span>
      </h3>
      <ul>
        {open.map((filled) => (
          <OrderCard key={filled.order.key} game={game} view={view} filled={filled} />
        ))}
      </ul>
    </section>
  );
}

function OrderCard({ game, view, filled }: { game: Game; view: View; filled: FilledOrder }) {
  const { order, dockerfile, image, manifests } = filled;
  const reference = normaliseReference(image);
  const isShipped = image === '' || resolveReference(view, image) !== undefined;
  const isBuilt = isShipped || (reference !== null && view.get('LocalTag', reference) !== undefined);
  const missing = manifests.filter((manifest) => !liveOf(view, manifest));
  return (
    <li class="order due" data-testid={`order-${order.key}`}>
      <p>
        <strong>{order.key}</strong> <code>{image}</code>
      </p>
      <ol class="order-steps">
        {dockerfile !== null && (
          <li class={isBuilt ? 'done' : ''}>
            {isBuilt && <Icon name="check" />}
            {t('orders.build')}
            {!isBuilt && (
              <>
                <button
                  type="button"
                  class="small"
                  data-testid="open-blueprint"
                  onClick={() => {
                    blueprint.value = dockerfile;
                    imageName.value = image;
                    bench.value = 'blueprint';
                  }}
                >
                  {t('orders.openBlueprint')}
                </button>
                <VerbButton game={game} verb={{ verb: 'build', dockerfile, reference: image }} primary>
                  {t('builder.build')}
                </VerbButton>
              </>
            )}
          </li>
        )}
        {dockerfile !== null && (
          <li class={isShipped ? 'done' : ''}>
            {isShipped && <Icon name="check" />}
            {t('orders.push')}
            {isBuilt && !isShipped && (
              <VerbButton game={game} verb={{ verb: 'push', reference: image }} primary>
                {t('builder.push')}
              </VerbButton>
            )}
          </li>
        )}
        <li>
          {t('orders.apply')}
          {/* What cannot run yet may be asked for, but nobody begins with it. */}
          {(isShipped || fullView.value ? missing : []).map((manifest) => (
            <VerbButton
              key={`${manifest.kind} ${manifest.metadata.name}`}
              game={game}
              verb={{ verb: 'apply', manifest }}
              primary={isShipped}
            >
              {`${manifest.kind} ${manifest.metadata.name}`}
            </VerbButton>
          ))}
        </li>
      </ol>
    </li>
  );
}
