/** Texts of logs: reading them, the collectors that carry them away, and what happens when they do not. */
export const loggingTexts = {
  en: {
    'refusal.logsNoContainer': 'Pod {pod} has no container {container}',
    'refusal.logsUnreachable':
      'The village (node) {node} cannot be reached, and its logs lie there. The log store has what was collected.',
    'refusal.logsNotStarted': 'Container {container} of {pod} has not said anything yet: {why}',
    'refusal.logsNoPrevious': 'Container {container} of {pod} has had no run before this one',
    'refusal.collectorNoPower': 'Village (node) {node} has no power: its letter carrier (Fluentd) starts with it',
    'refusal.collectorRunning': 'The letter carrier (Fluentd) of {node} is at work',
    'refusal.collectorStarting': 'The letter carrier (Fluentd) of {node} is on the way already',
    'fault.collector-down.title': 'The letter carrier is away (log collector down)',
    'fault.collector-down.symptom':
      'Nothing of one village arrives in the log store any more. Houses go on as if nothing were wrong.',
    'fault.collector-down.remedy':
      'Restart the collector (Fluentd) of that node. It reads on where it stopped; logs of pods that have gone meanwhile are lost.',
    'fault.collector-down.explanation':
      'A container’s log lies on its node and goes with its pod. Only what a collector has carried away outlives it: without one, nobody learns a dead pod’s last words.',
    'verb.restartCollector': 'Restart the letter carrier (log collector) of {node}',
    'verbName.restartCollector': 'restart log collector',
    'logs.title': 'Logs',
    'logs.live': 'On the node (kubectl logs)',
    'logs.previous': 'The run before (--previous)',
    'logs.store': 'In the log store (Fluentd)',
    'logs.none': 'Not a word yet.',
    'logs.cut': 'Older files are closed: only the newest is shown.',
    'logs.search': 'Find in the store',
    'logs.gap': 'Gap on {node}: nothing was collected between {from} and {to}',
    'logs.dropped': 'Gap on {node}: {count} lines found no room in the buffer',
  },
  zh: {
    'refusal.logsNoContainer': '小院（Pod）{pod} 里没有容器 {container}',
    'refusal.logsUnreachable': '村庄（节点）{node} 联系不上，日志就放在那里。已经收走的部分可以到日志库里查。',
    'refusal.logsNotStarted': '{pod} 的容器 {container} 还没开口：{why}',
    'refusal.logsNoPrevious': '{pod} 的容器 {container} 这是第一次运行，没有上一次的日志',
    'refusal.collectorNoPower': '村庄（节点）{node} 没有电：记事人（Fluentd）会随它一起开工',
    'refusal.collectorRunning': '{node} 的记事人（Fluentd）正在干活',
    'refusal.collectorStarting': '{node} 的记事人（Fluentd）已经在路上了',
    'fault.collector-down.title': '邮差缺勤（日志采集器停机）',
    'fault.collector-down.symptom': '某个村庄再没有新日志送到日志库，房子却照常营业。',
    'fault.collector-down.remedy':
      '重启该节点的采集器（Fluentd）。它会接着上次的位置读；这段时间里已经离开的 Pod，日志就丢了。',
    'fault.collector-down.explanation':
      '容器的日志放在所在节点上，Pod 一走就没了。只有采集器收走的才能留下：没有它，谁也不知道死去的 Pod 最后说了什么。',
    'verb.restartCollector': '让 {node} 的邮差（日志采集器）重新上岗',
    'verbName.restartCollector': '重启日志采集器',
    'logs.title': '日志',
    'logs.live': '节点上（kubectl logs）',
    'logs.previous': '上一次运行（--previous）',
    'logs.store': '日志库里（Fluentd）',
    'logs.none': '还没说过一句话。',
    'logs.cut': '较早的文件已经封存，这里只显示最新的一个。',
    'logs.search': '在日志库里查找',
    'logs.gap': '{node} 有缺口：{from} 到 {to} 之间没有采集到日志',
    'logs.dropped': '{node} 有缺口：{count} 行日志在缓冲区里放不下',
  },
} as const;
