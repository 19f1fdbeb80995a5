/** Texts: outages and their time by seat. */
export const outagesTexts = {
  en: {
    'outage.whose': 'What the outages cost, and whose time it was',
    'outage.time': 'The outage lasted {time}:',
    'outage.detect': 'Until a sign could be seen (detect)',
    'outage.decide': 'Until the first verb against it (decide)',
    'outage.act': 'Until the last one (act)',
    'outage.start': 'Until visitors were served again (start)',
    'outage.lost': '{count} visitors lost',
    'outage.lostSoFar': '{count} visitors lost, and it goes on',
    'outage.cause': 'It began with: {cause}',
  },
  zh: {
    'outage.whose': '每次停业的代价，时间花在了谁手里',
    'outage.time': '这次停业持续了 {time}：',
    'outage.detect': '到能看出迹象为止（发现）',
    'outage.decide': '到第一个应对的命令为止（决定）',
    'outage.act': '到最后一个命令为止（动手）',
    'outage.start': '到重新接待访客为止（启动）',
    'outage.lost': '流失 {count} 位访客',
    'outage.lostSoFar': '已流失 {count} 位访客，仍在停业',
    'outage.cause': '起因：{cause}',
  },
} as const;
