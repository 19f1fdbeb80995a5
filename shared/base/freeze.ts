/** Objects of the state never change in place. In tests and development that is enforced by freezing them. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

let freezing = false;

/** Switches deep freezing of stored objects on or off for the whole process. It changes no outcome, only who notices. */
export function setFreezing(on: boolean): void {
  freezing = on;
}

export function freezeIfEnabled<T>(value: T): T {
  if (freezing) deepFreeze(value);
  return value;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}
