/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const manifests: readonly Simplification[] = [
  {
    rule: 'MAN-3',
    mark: 'simplified',
    en: 'Known fields that are not played are accepted with a warning; a volume of such a kind is there, and empty.',
    zh: '用不到的已知字段会接受，并给出警告；这类数据卷挂得上，但里面是空的。',
  },
];
