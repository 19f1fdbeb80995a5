/** What the help lists: the words of the town beside the real ones, and how true each part of the game is. */
export const METAPHORS = [
  'plot',
  'townWithin',
  'work',
  'plan',
  'spell',
  'house',
  'furniture',
  'backpack',
  'warehouse',
  'hall',
  'ledger',
  'dispatch',
  'steward',
  'village',
  'head',
  'yard',
  'sign',
] as const;

export const FIDELITY = [
  { name: 'scheduling', level: 'exact' },
  { name: 'rollout', level: 'exact' },
  { name: 'eviction', level: 'exact' },
  { name: 'crashLoop', level: 'exact' },
  { name: 'references', level: 'exact' },
  { name: 'pull', level: 'simplified' },
  { name: 'proxy', level: 'simplified' },
  { name: 'traffic', level: 'simplified' },
  { name: 'machines', level: 'simplified' },
  { name: 'build', level: 'metaphor' },
  { name: 'byHand', level: 'metaphor' },
] as const;
