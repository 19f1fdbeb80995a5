/** Furniture: the ConfigMaps that somebody asks for and nobody has brought; in the full view also those that stand. */
import { MANIFESTS, type Manifest } from '../../../shared/api/kinds.ts';
import type { View } from '../../../shared/store/store.ts';
import { fillOrder } from '../../../shared/cluster/build/orders.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { shortName } from '../describe-verb.ts';
import { ObjectLink } from '../object-link.tsx';
import { fullView } from '../preferences.ts';
import { useTerm } from '../terms.ts';
import { VerbButton } from '../verb-button.tsx';
import { Icon } from '../icon.tsx';

/** Names that Deployments refer to and the API server does not have. */
export function missingConfigMaps(view: View): readonly string[] {
  const wanted = new Set<string>();
  for (const { spec } of view.list('Deployment')) {
    for (const container of spec.template.spec.containers) {
      for (const { configMapRef } of container.envFrom) if (configMapRef) wanted.add(`default/${configMapRef.name}`);
    }
  }
  return [...wanted].filter((key) => !view.get('ConfigMap', key)).sort();
}

/** As the town ordered it; an empty one where no order says what belongs in it. */
function manifestFor(view: View, key: string): Manifest {
  for (const orderKey of view.keys('Order')) {
    const order = view.get('Order', orderKey);
    const found =
      order &&
      fillOrder(view, order).manifests.find(
        (its) => its.kind === 'ConfigMap' && `default/${its.metadata.name}` === key,
      );
    if (found) return MANIFESTS.ConfigMap.parse(found);
  }
  return MANIFESTS.ConfigMap.parse({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: shortName(key) } });
}

export function FurnitureList({ game, view }: { game: Game; view: View }) {
  const name = useTerm(game);
  const missing = missingConfigMaps(view);
  const keys = fullView.value ? view.keys('ConfigMap') : [];
  if (missing.length + keys.length === 0) return null;
  return (
    <section aria-labelledby="furniture">
      <h3 id="furniture">{name('configmap')}</h3>
      <ul class="furniture">
        {missing.map((key) => (
          <li key={key} class="due">
            <strong>
              <Icon name="warning" /> {t('furniture.missing', { name: shortName(key) })}
            </strong>
            <VerbButton game={game} verb={{ verb: 'apply', manifest: manifestFor(view, key) }} primary>
              {t('furniture.bring')}
            </VerbButton>
          </li>
        ))}
        {keys.map((key) => (
          <li key={key}>
            <ObjectLink game={game} kind="ConfigMap" objectKey={key}>
              {shortName(key)}
            </ObjectLink>{' '}
            <span class="soft">
              {Object.entries(view.get('ConfigMap', key)?.data ?? {})
                .map(([field, value]) => `${field}=${value}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
