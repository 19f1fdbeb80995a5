/** Teams bear the names of trees, in both languages at once. The id is also their namespace in the registry. */
export const TEAMS = [
  { id: 'maple', name: 'Maple 枫树' },
  { id: 'bamboo', name: 'Bamboo 竹子' },
  { id: 'willow', name: 'Willow 柳树' },
  { id: 'ginkgo', name: 'Ginkgo 银杏' },
  { id: 'cedar', name: 'Cedar 雪松' },
  { id: 'plum', name: 'Plum 梅花' },
  { id: 'peach', name: 'Peach 桃树' },
  { id: 'pine', name: 'Pine 松树' },
  { id: 'birch', name: 'Birch 白桦' },
  { id: 'camphor', name: 'Camphor 香樟' },
  { id: 'olive', name: 'Olive 橄榄' },
  { id: 'mulberry', name: 'Mulberry 桑树' },
] as const;

/** The team of who practises alone. */
export const SOLO = 'solo';
