/** Where the keepers' strongrooms and the ledger stand in the vault, from its middle. The scene puts them together. */
export const MEMBER_PLACES = [
  [-1.2, -1.2],
  [-1.1, 0.95],
  [0.95, -1.1],
] as const;
export const LEDGER_PLACE = [0.85, 0.85] as const;
