/** Texts of what each process sees: late watches, conflicts, and what comes of them. */
export const sightTexts = {
  en: {
    'loop.news': 'News (watch)',
    'sight.late': 'This seat sees the cluster as it was {seconds} s ago: the watch is late',
    'sight.cut': 'This seat sees the cluster as it was {seconds} s ago: the road to the town hall is cut',
    'sight.starting':
      'This seat sees the cluster as it was {seconds} s ago: the process starts, and lists everything anew',
    'sight.catchingUp': 'This seat sees the cluster as it was {seconds} s ago: the watch is catching up',
    'event.WatchExpired':
      'The village head (kubelet) of {name} was away for so long that the business hall (API server) no longer keeps the history since revision {revision} (410 Gone, too old resource version): it has listed everything anew.',
    'refusal.objectReplaced':
      '{kind} {name} is another one by now, of the same name (409 Conflict): this desk means the one it last saw.',
    'refusal.objectExists': '{kind} {name} exists already (409 AlreadyExists): this desk has not heard of it yet.',
    'refusal.processCutOff': '{process} cannot reach the business hall (API server): repair the road first.',
    'refusal.processStarting': '{process} is starting: it does nothing before it has listed everything.',
    'refusal.watchIsWell': '{process} runs, and its watch brings its news in time: there is nothing to restart.',
    'verb.configureKubelet': 'Restart the village head (kubelet) of {node} with another configuration',
    'verbName.configureKubelet': 'configure kubelet',
    'refusal.kubeletConfigInvalid': 'The village head (kubelet) would not start with this configuration: {problem}',
    'refusal.kubeletConfigSame': 'The village head (kubelet) of {node} runs with this configuration already.',
    'verb.restartKubelet': 'Restart the village head (kubelet) of {node}',
    'verbName.restartKubelet': 'restart kubelet',
    'fault.watch-lag.title': 'News comes late (watch lag)',
    'fault.watch-lag.symptom':
      'One desk acts on an old picture: it misses new pods, takes living nodes for dead or gives away room that is taken, and its writes are refused with 409 Conflict. Its panel says how old the picture is.',
    'fault.watch-lag.remedy':
      'Restart the process whose panel shows an old picture: it lists everything and watches anew. Asking again and again does not make the picture newer.',
    'fault.watch-lag.explanation':
      'Each component keeps a copy of the cluster and hears of changes through a watch. When the watch is late, the component is not broken: it does the right thing for a cluster that no longer exists. The API server refuses updates made from an old version (optimistic concurrency), but it cannot know that a new decision rests on an old picture.',
  },
  zh: {
    'loop.news': '消息（watch）',
    'sight.late': '这个席位看到的是 {seconds} 秒前的集群：消息（watch）来得迟',
    'sight.cut': '这个席位看到的是 {seconds} 秒前的集群：到镇政府的路断了',
    'sight.starting': '这个席位看到的是 {seconds} 秒前的集群：进程正在启动，要把一切重新清点一遍（list）',
    'sight.catchingUp': '这个席位看到的是 {seconds} 秒前的集群：正在补上错过的消息',
    'event.WatchExpired':
      '村庄 {name} 的村长（kubelet）离开太久，营业厅（API server）已经不再保存版本 {revision} 之后的历史（410 Gone，too old resource version）：它把一切重新清点了一遍。',
    'refusal.objectReplaced':
      '{kind} {name} 已经换成了同名的另一个（409 Conflict）：这张桌子指的是它上次看到的那一个。',
    'refusal.objectExists': '{kind} {name} 已经存在（409 AlreadyExists）：只是这张桌子还没听说。',
    'refusal.processCutOff': '{process} 连不上营业厅（API server）：先把路修好。',
    'refusal.processStarting': '{process} 正在启动：在把一切清点完之前，它什么也不做。',
    'refusal.watchIsWell': '{process} 在运行，消息（watch）也来得很及时：不需要重启。',
    'verb.configureKubelet': '让村庄 {node} 的村长（kubelet）按另一份配置重启',
    'verbName.configureKubelet': '配置 kubelet',
    'refusal.kubeletConfigInvalid': '村长（kubelet）按这份配置起不来：{problem}',
    'refusal.kubeletConfigSame': '村庄 {node} 的村长（kubelet）用的就是这份配置。',
    'verb.restartKubelet': '重启村庄 {node} 的村长（kubelet）',
    'verbName.restartKubelet': '重启 kubelet',
    'fault.watch-lag.title': '消息来迟了（watch 滞后）',
    'fault.watch-lag.symptom':
      '有一张桌子照着旧图办事：看不到新的小院（Pod），把活着的节点当成死的，或者把已经占用的地方又分出去；它的写入会被 409 Conflict 拒绝。它的面板上写着这幅图有多旧。',
    'fault.watch-lag.remedy':
      '哪个面板显示的是旧图，就重启哪个进程：它会把一切重新清点（list），再重新订阅（watch）。反复再试并不会让图变新。',
    'fault.watch-lag.explanation':
      '每个组件都留着一份集群的副本，靠 watch 得知变化。watch 迟了，组件并没有坏：它做的事对一个已经不存在的集群来说是对的。API server 会拒绝从旧版本做出的更新（乐观并发），但它无法知道一个新的决定是不是建立在旧图上。',
  },
} as const;
