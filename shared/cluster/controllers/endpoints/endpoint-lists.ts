/**
 * Each Service's endpoints, kept from one question to the next: only pods that were written since are looked at.
 * Derived from the store alone.
 */
import type { Endpoint } from '../../../api/endpoint-slice.ts';
import { keyOf } from '../../../api/meta.ts';
import type { Pod } from '../../../api/pod.ts';
import type { Service } from '../../../api/service.ts';
import type { Change } from '../../../store/change.ts';
import { labelPairs } from '../../../store/index-table.ts';
import type { Store } from '../../../store/store.ts';

/** A list of which nobody asks any more is dropped after so many pods. */
const MOST_WRITTEN = 500;

interface List {
  endpoints: readonly Endpoint[];
  readonly written: Set<string>;
}

/** How the endpoints are found that lists are made of. */
export interface Finding {
  readonly all: (store: Store, service: Service) => readonly Endpoint[];
  /** Null for a pod that is none of this Service. */
  readonly one: (store: Store, podKey: string, service: Service) => Endpoint | null;
}

export class EndpointLists {
  readonly #store: Store;
  readonly #finding: Finding;
  readonly #byService = new Map<string, List>();

  constructor(store: Store, finding: Finding) {
    this.#store = store;
    this.#finding = finding;
    store.listenFirst((change) => this.#podWritten(change as Change<'Pod'>), 'Pod');
    store.listenFirst((change) => {
      const { key, before, after } = change as Change<'Service'>;
      if (before?.spec !== after?.spec) this.#byService.delete(key);
    }, 'Service');
    // An endpoint tells its node's zone.
    store.listenFirst((change) => {
      const { before, after } = change as Change<'Node'>;
      if (before?.metadata.labels !== after?.metadata.labels) this.#byService.clear();
    }, 'Node');
  }

  #podWritten({ key, before, after }: Change<'Pod'>): void {
    if (before) this.#note(key, before);
    if (after && after.metadata.labels !== before?.metadata.labels) this.#note(key, after);
  }

  #note(podKey: string, { metadata }: Pod): void {
    for (const pair of labelPairs(metadata.labels)) {
      for (const service of this.#store.by('servicesBySelector', pair)) {
        const written = this.#byService.get(service)?.written;
        if (written && written.add(podKey).size > MOST_WRITTEN) this.#byService.delete(service);
      }
    }
  }

  /** In order of pod key. */
  of(service: Service): readonly Endpoint[] {
    const key = keyOf(service.metadata);
    const list = this.#byService.get(key);
    if (!list) {
      const endpoints = this.#finding.all(this.#store, service);
      this.#byService.set(key, { endpoints, written: new Set() });
      return endpoints;
    }
    if (list.written.size > 0) {
      const found = new Map([...list.written].map((pod) => [pod, this.#finding.one(this.#store, pod, service)]));
      list.endpoints = mended(list.endpoints, found);
      list.written.clear();
    }
    return list.endpoints;
  }
}

/** The same list, with what was found of some of its pods. */
function mended(list: readonly Endpoint[], found: ReadonlyMap<string, Endpoint | null>): readonly Endpoint[] {
  const result = list.filter(({ podKey }) => !found.has(podKey));
  for (const endpoint of found.values()) if (endpoint) result.splice(placeIn(result, endpoint.podKey), 0, endpoint);
  return result;
}

function placeIn(list: readonly Endpoint[], podKey: string): number {
  const place = list.findIndex((endpoint) => endpoint.podKey > podKey);
  return place === -1 ? list.length : place;
}
