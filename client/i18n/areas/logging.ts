/** Texts of logs: reading them, the collectors that carry them away, and what happens when they do not. */
export const loggingTexts = {
  en: {
    'refusal.logsNoContainer': 'Pod {pod} has no container {container}',
    'refusal.logsUnreachable':
      'The village (node) {node} cannot be reached, and its logs lie there. The log store has what was collected.',
    'refusal.logsNotStarted': 'Container {container} of {pod} has not said anything yet: {why}',
    'refusal.logsNoPrevious': 'Container {container} of {pod} has had no run before this one',
    'fault.collector-down.title': 'The chronicler is away (log collector down)',
    'fault.collector-down.symptom':
      'Nothing of one village arrives in the log store any more. Houses go on as if nothing were wrong.',
    'fault.collector-down.remedy':
      'Delete the Fluentd pod of that node (kube-system): its DaemonSet sends another, which reads on where it stopped. Logs of pods that have gone meanwhile are lost.',
    'fault.log-store-down.title': 'The archive is shut (log store down)',
    'fault.log-store-down.symptom':
      'No log can be found any more, of any village. Chroniclers (Fluentd) keep what they have read until their bags are full.',
    'fault.log-store-down.remedy': 'Restart the log store, soon: what a full buffer drops is gone for good.',
    'fault.log-store-down.explanation':
      'Collecting and keeping are two things. A buffer bridges a short outage; a long one leaves gaps, and the store says where.',
    'fault.log-flood.title': 'A house that cannot stop talking (log flood)',
    'fault.log-flood.symptom':
      'The log on the node shows only the last seconds: files rotate one after the other. The disk of its village fills, and the node comes under pressure.',
    'fault.log-flood.remedy':
      'Roll back, or roll to a version that says less. What was said before the flood is in the log store only.',
    'fault.log-flood.explanation':
      'A container keeps five log files of 10 MiB: whoever shouts drives out its own words. What is written inside the container no rotation touches; it fills the node’s disk until pods are evicted.',
    'logs.storeDown': 'The log store does not answer.',
    'logs.restartStore': 'Restart the log store',
    'verb.restartLogStore': 'Restart the log store',
    'verbName.restartLogStore': 'restart log store',
    'refusal.logStoreUp': 'The log store is running',
    'refusal.logStoreStarting': 'The log store is on its way already: {ticks} s left',
    'loop.log-store': 'Log store',
    'fault.collector-down.explanation':
      'A container’s log lies on its node and goes with its pod. Only what a collector has carried away outlives it: without one, nobody learns a dead pod’s last words.',
    'logs.title': 'Logs',
    'logs.live': 'On the node (kubectl logs)',
    'logs.previous': 'The run before (--previous)',
    'logs.store': 'In the log store (Fluentd)',
    'logs.none': 'Not a word yet.',
    'logs.cut': 'Older files are closed: only the newest is shown.',
    'logs.search': 'Find in these lines',
    'logs.gap': 'Gap on {node}: nothing was collected between {from} and {to}',
    'logs.dropped': 'Gap on {node}: {count} lines found no room in the buffer',
  },
  zh: {
    'refusal.logsNoContainer': '小院（Pod）{pod} 里没有容器 {container}',
    'refusal.logsUnreachable': '村庄（节点）{node} 联系不上，日志就放在那里。已经收走的部分可以到日志库里查。',
    'refusal.logsNotStarted': '{pod} 的容器 {container} 还没开口：{why}',
    'refusal.logsNoPrevious': '{pod} 的容器 {container} 这是第一次运行，没有上一次的日志',
    'fault.collector-down.title': '史官缺勤（日志采集器停机）',
    'fault.collector-down.symptom': '某个村庄再没有新日志送到日志库，房子却照常营业。',
    'fault.collector-down.remedy':
      '删掉该节点上的 Fluentd Pod（kube-system）：DaemonSet 会再派一个，接着上次的位置读；这段时间里已经离开的 Pod，日志就丢了。',
    'fault.log-store-down.title': '档案馆关门（日志库停机）',
    'fault.log-store-down.symptom': '哪个村庄的日志都查不到了。史官（Fluentd）把读到的先揣着，直到包装满。',
    'fault.log-store-down.remedy': '尽快重启日志库：缓冲区装满后丢掉的行，再也找不回来。',
    'fault.log-store-down.explanation':
      '收集是一回事，保存是另一回事。缓冲区能撑过短暂的停机；停久了就有缺口，日志库会说明缺在哪里。',
    'fault.log-flood.title': '说个不停的房子（日志洪水）',
    'fault.log-flood.symptom': '节点上的日志只剩最后几秒：文件一个接一个地轮转。所在村庄的磁盘越来越满，节点出现压力。',
    'fault.log-flood.remedy': '回滚，或换成话少的版本。洪水之前说过的话，只有日志库里还有。',
    'fault.log-flood.explanation':
      '一个容器只留五个 10 MiB 的日志文件：喊得太多，就把自己的话挤掉了。写在容器里面的东西没人轮转，会把节点的磁盘填满，直到 Pod 被驱逐。',
    'logs.storeDown': '日志库没有回应。',
    'logs.restartStore': '重启日志库',
    'verb.restartLogStore': '重启日志库',
    'verbName.restartLogStore': '重启日志库',
    'refusal.logStoreUp': '日志库正在运行',
    'refusal.logStoreStarting': '日志库已经在恢复了：还要 {ticks} 秒',
    'loop.log-store': '日志库',
    'fault.collector-down.explanation':
      '容器的日志放在所在节点上，Pod 一走就没了。只有采集器收走的才能留下：没有它，谁也不知道死去的 Pod 最后说了什么。',
    'logs.title': '日志',
    'logs.live': '节点上（kubectl logs）',
    'logs.previous': '上一次运行（--previous）',
    'logs.store': '日志库里（Fluentd）',
    'logs.none': '还没说过一句话。',
    'logs.cut': '较早的文件已经封存，这里只显示最新的一个。',
    'logs.search': '在这些日志里查找',
    'logs.gap': '{node} 有缺口：{from} 到 {to} 之间没有采集到日志',
    'logs.dropped': '{node} 有缺口：{count} 行日志在缓冲区里放不下',
  },
} as const;
