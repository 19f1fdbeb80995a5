/** Who stands where: equal uptimes share a place, and who served nobody has none. */
export interface Ranked<T> {
  readonly team: T;
  /** Null where there is nothing to rank. */
  readonly place: number | null;
}

export function rankingOf<T extends { readonly uptimePpm: number | undefined }>(
  teams: readonly T[],
): readonly Ranked<T>[] {
  const sorted = [...teams].sort((a, b) => (b.uptimePpm ?? -1) - (a.uptimePpm ?? -1));
  return sorted.map((team) => ({
    team,
    place: team.uptimePpm === undefined ? null : sorted.findIndex(({ uptimePpm }) => uptimePpm === team.uptimePpm) + 1,
  }));
}
