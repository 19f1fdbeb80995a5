/** Which slot of its plot each pod stands on. A house never moves while it stands: a new one takes the first gap. */

/** By pod uid. */
export type Slots = ReadonlyMap<string, number>;

export interface Tenant {
  readonly uid: string;
  readonly node: string;
}

/** `tenants` in a fixed order, so that two viewers who begin alike see alike. */
export function assignSlots(before: Slots, tenants: readonly Tenant[]): Slots {
  const taken = new Map<string, Set<number>>();
  const slotsOf = (node: string): Set<number> => {
    let slots = taken.get(node);
    if (!slots) taken.set(node, (slots = new Set()));
    return slots;
  };
  const after = new Map<string, number>();
  const newcomers: Tenant[] = [];
  for (const tenant of tenants) {
    const slot = before.get(tenant.uid);
    if (slot === undefined || slotsOf(tenant.node).has(slot)) {
      newcomers.push(tenant);
      continue;
    }
    slotsOf(tenant.node).add(slot);
    after.set(tenant.uid, slot);
  }
  for (const { uid, node } of newcomers) {
    const slots = slotsOf(node);
    let slot = 0;
    while (slots.has(slot)) slot += 1;
    slots.add(slot);
    after.set(uid, slot);
  }
  return after;
}
