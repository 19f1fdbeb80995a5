/** deleted-namespace: a whole district is closed by accident; everything in it goes, one thing after the other. */
import { FIRST_NAMESPACES } from '../../../api/namespace.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { closeNamespace } from '../../api-server/namespaces.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember } from '../remedies.ts';
import { stands, WRITTEN_KINDS, writtenIn } from '../written.ts';

export const deletedNamespace: FaultDefinition = {
  type: 'deleted-namespace',
  component: 'workload',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    view
      .keys('Namespace')
      .filter((name) => !(FIRST_NAMESPACES as readonly string[]).includes(name))
      .filter((name) => view.get('Namespace', name)?.status.phase === 'Active' && writtenIn(view, name).length > 0),
  begin: (world, target) => {
    const district = world.get('Namespace', target);
    if (!district) return notFound('namespaces', target);
    const things = writtenIn(world, target);
    const memory = remember([asManifest(district), ...things.map(({ manifest }) => manifest)]);
    const refusal = closeNamespace(world, district);
    return refusal ?? { ...memory, contents: things.map(({ reference }) => reference).join(' ') };
  },
  symptoms: [
    { type: 'gauge', name: 'namespaceGone', shows: (view, { target }) => !isOpen(view, target) },
    { type: 'loss', reason: 'NoEndpoints' },
  ],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['Namespace', ...WRITTEN_KINDS],
  isHealed: (view, { target, memory }) =>
    isOpen(view, target) &&
    String(memory['contents'])
      .split(' ')
      .every((reference) => stands(view, reference)),
};

function isOpen(view: View, name: string): boolean {
  return view.get('Namespace', name)?.status.phase === 'Active';
}
