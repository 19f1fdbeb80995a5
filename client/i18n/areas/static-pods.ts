/** What lies in the drawer of a village head: static pods. */
export const staticPodsTexts = {
  en: {
    'refusal.staticPodKind':
      'The village head (kubelet) of {node} builds yards (pods) from its drawer, and nothing else. What you wrote is a {kind}.',
    'refusal.staticPodNamespace':
      'A drawer holds yards (static pods) of the namespace default only. {name} names {namespace}.',
    'refusal.staticPodNeedsApi':
      'A static pod has to stand without the business hall (API server), so {name} may not ask for {kind}. Write the values into it.',
    'refusal.staticPodUnfit': 'The static pod {name} cannot stand on {node}: {message}',
    'refusal.staticPodLeaving':
      'The pod of the same plan, {name}, is still being taken down on {node}. Lay the file back once it is gone.',
    'refusal.noStaticFile': 'No file in the drawer (manifest folder) of {node} holds a pod {name}.',
    'refusal.tooManyStaticPods': 'The drawer (manifest folder) of {node} holds {limit} files already.',
    'refusal.invalidStaticName':
      'A static pod bears its node’s name behind its own, and that is no name any more: {value} ({field}).',
    'verb.putStaticPod': 'Lay {name} into the drawer of {node} (static pod)',
    'verb.removeStaticPod': 'Take {name} out of the drawer of {node} (static pod)',
    'verbName.putStaticPod': 'put static pod',
    'verbName.removeStaticPod': 'remove static pod',
    'refusal.podStatic':
      'Pod {name} is static: its village head runs it from a file on his own disk. At the town hall hangs only a picture (mirror pod).',
  },
  zh: {
    'refusal.staticPodKind': '{node} 的村长（kubelet）只照抽屉里的图纸盖小院（Pod）。你写的是 {kind}。',
    'refusal.staticPodNamespace': '抽屉里的小院（静态 Pod）只能属于命名空间 default，{name} 写的却是 {namespace}。',
    'refusal.staticPodNeedsApi':
      '静态 Pod 没有营业厅（API server）也得站得住，所以 {name} 不能向它要 {kind}。请把值直接写进图纸。',
    'refusal.staticPodUnfit': '静态小院 {name} 在 {node} 上盖不起来：{message}',
    'refusal.staticPodLeaving': '同一张图纸的 {name} 还在 {node} 上拆除。等它拆完再放回去。',
    'refusal.noStaticFile': '{node} 的抽屉（清单目录）里没有名为 {name} 的 Pod 文件。',
    'refusal.tooManyStaticPods': '{node} 的抽屉（清单目录）里已经有 {limit} 个文件了。',
    'refusal.invalidStaticName': '静态 Pod 的名字后面要接上节点名，接上以后就不是合法的名字了：{value}（{field}）。',
    'verb.putStaticPod': '把 {name} 放进 {node} 的抽屉（静态 Pod）',
    'verb.removeStaticPod': '从 {node} 的抽屉里取走 {name}（静态 Pod）',
    'verbName.putStaticPod': '放入静态 Pod',
    'verbName.removeStaticPod': '取走静态 Pod',
    'refusal.podStatic':
      '小院（Pod）{name} 是静态的：村长按自己硬盘上的文件运行它，镇政府里挂的只是画像（mirror pod）。',
  },
} as const;
