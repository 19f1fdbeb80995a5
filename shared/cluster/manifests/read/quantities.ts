/** Where a number may stand for a quantity: `cpu: 1` means `cpu: "1"`. Source: resource.Quantity's UnmarshalJSON. */

/** Mappings whose values are quantities, and single fields that are. */
export const QUANTITY_PLACES: ReadonlySet<string> = new Set(['requests', 'limits', 'overhead', 'hard', 'sizeLimit']);
