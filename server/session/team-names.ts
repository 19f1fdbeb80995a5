/** Teams bear the names of trees: the id is also their namespace in the registry; texts `team.<id>` translate it. */
export const TEAM_NAMES = [
  'maple', 'bamboo', 'willow', 'ginkgo', 'cedar', 'plum', 'peach', 'pine', 'birch', 'camphor', 'olive', 'mulberry',
] as const; // prettier-ignore

export const MAX_TEAMS = TEAM_NAMES.length;
