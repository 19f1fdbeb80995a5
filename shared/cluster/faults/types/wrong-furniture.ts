/** wrong-furniture: the new version wants a Secret that nobody has made in this town. */
import { carelessChange, ofFirstContainer } from '../careless-change.ts';

export const wrongFurniture = carelessChange({
  type: 'wrong-furniture',
  component: 'config',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  symptoms: [{ type: 'container', reason: 'CreateContainerConfigError' }],
  alsoHealedBy: ['Secret'],
  change: ofFirstContainer((container) => ({
    ...container,
    envFrom: [...container.envFrom, { secretRef: { name: 'payment-keys' } }],
  })),
  isFlawed: (view, { containers }, { metadata: { namespace } }) =>
    containers.some(({ envFrom }) =>
      envFrom.some(
        ({ secretRef }) => secretRef && !secretRef.optional && !view.get('Secret', `${namespace}/${secretRef.name}`),
      ),
    ),
});
