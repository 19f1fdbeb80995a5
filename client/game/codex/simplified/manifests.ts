/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const manifests: readonly Simplification[] = [
  {
    rule: 'MAN-1',
    mark: 'exact; a text holds at most 256 KiB and 64 documents; simplified: a real null also takes back what others have set',
    en: 'A null is as good as left out; with a real apply it also takes back what others have set.',
    zh: '写 null 等于没写；真实的 apply 里，null 还会收回别人设的值。',
  },
  {
    rule: 'MAN-3',
    mark: 'simplified',
    en: 'Known fields that are not played are accepted with a warning; a volume of such a kind is there, and empty.',
    zh: '用不到的已知字段会接受，并给出警告；这类数据卷挂得上，但里面是空的。',
  },
  {
    rule: 'MAN-6',
    mark: "exact: patchStrategy retainKeys; simplified: of an updateStrategy, too, where the real one keeps it, and refuses it with a StatefulSet's OnDelete",
    en: 'Of another updateStrategy nothing is kept; the real API server keeps it, and refuses it with a StatefulSet’s OnDelete.',
    zh: '换了 updateStrategy，旧的写法就不留；真实的 API server 会留下来，StatefulSet 改成 OnDelete 时还会因此被拒绝。',
  },
];
