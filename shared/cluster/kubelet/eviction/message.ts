/** What an evicted pod is told. Source: pkg/kubelet/eviction/helpers.go, evictionMessage. */
import type { Sandbox } from '../../../api/world/sandbox.ts';
import { parseWhole } from '../../../api/quantity.ts';
import type { View } from '../../../store/store.ts';
import { specOf } from '../../runtime/container-states.ts';
import { resourcesOf } from '../../runtime/node-resources.ts';
import { containerUsage, valueAt } from '../../runtime/usage.ts';
import { observe } from './observe.ts';
import { SIGNALS, type StarvedResource } from './signals.ts';
import { amountOf, type Threshold } from './thresholds.ts';

const BYTES_PER_KIB = 1024;

/** Whole kibibytes, as the real one writes memory. */
const kibi = (bytes: number): string => (bytes === 0 ? '0' : `${Math.ceil(bytes / BYTES_PER_KIB)}Ki`);

export function evictionMessage(view: View, sandbox: Sandbox, { signal, value }: Threshold): string {
  const { resource } = SIGNALS[signal];
  const resources = resourcesOf(view, sandbox.nodeName);
  const observed = resources && observe(resources, view.tick)[signal];
  const show = resource === 'pids' ? String : kibi;
  const left = observed
    ? `Threshold quantity: ${show(amountOf(value, observed.capacity))}, available: ${show(Math.max(0, observed.available))}. `
    : '';
  return `The node was low on resource: ${resource}. ${left}${overusers(view, sandbox, resource)}`;
}

/** Its containers that use more than they asked for. */
function overusers(view: View, sandbox: Sandbox, resource: StarvedResource): string {
  if (resource !== 'memory' && resource !== 'ephemeral-storage') return '';
  const texts = sandbox.containers.flatMap((container) => {
    const { requests } = specOf(sandbox, container.name).resources;
    const usage = containerUsage(view, container);
    const used = valueAt(resource === 'memory' ? usage.memory : usage.disk, view.tick);
    const asked = requests[resource];
    const request = asked === undefined ? 0 : parseWhole(asked);
    if (used <= request) return [];
    return `Container ${container.name} was using ${kibi(used)}, request is ${asked ?? '0'}, has larger consumption of ${resource}. `;
  });
  return texts.join('');
}
