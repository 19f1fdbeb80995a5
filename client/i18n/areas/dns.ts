/** Texts of names and calls: the name server, and what happens to those who depend on others. */
export const dnsTexts = {
  en: {
    'loss.NameNotFound': 'The house had to call another one, and nobody knew its name (no such host)',
    'loss.DependencyFailed': 'The house had to call another one, and got no answer (dependency failed)',
    'refusal.dnsRunning': 'The directory of names (CoreDNS) is answering',
    'refusal.dnsStarting': 'The directory of names (CoreDNS) is on its way already: {ticks} s left',
    'verb.restartNameServer': 'Restart the directory of names (CoreDNS)',
    'verbName.restartNameServer': 'restart name server',
    'fault.dns-outage.title': 'Nobody knows the names (DNS outage)',
    'fault.dns-outage.symptom':
      'Within half a minute, houses that call others by name fail one after the other, although all pods are ready. Those that call nobody go on.',
    'fault.dns-outage.remedy':
      'Restart the name server (CoreDNS). Restarting the houses helps nobody: a new one has nothing to remember.',
    'fault.dns-outage.explanation':
      'A Service is found by its name, and the answer is remembered for 30 seconds. When the name server is down, what is remembered still works; then it is forgotten, and the call fails before it has begun.',
  },
  zh: {
    'loss.NameNotFound': '这座房子要找另一座帮忙，可没人知道那个名字（no such host）',
    'loss.DependencyFailed': '这座房子要找另一座帮忙，却没有得到回应（依赖失败）',
    'refusal.dnsRunning': '地址簿（CoreDNS）正在正常应答',
    'refusal.dnsStarting': '地址簿（CoreDNS）已经在恢复了：还要 {ticks} 秒',
    'verb.restartNameServer': '重启地址簿（CoreDNS）',
    'verbName.restartNameServer': '重启地址簿',
    'fault.dns-outage.title': '谁也不知道名字（DNS 故障）',
    'fault.dns-outage.symptom':
      '半分钟之内，要按名字找别家帮忙的房子一座接一座地失败，而所有 Pod 都显示就绪；不求人的房子照常营业。',
    'fault.dns-outage.remedy': '重启地址簿（CoreDNS）。重启房子没有用：新房子连记忆都没有。',
    'fault.dns-outage.explanation':
      'Service 要靠名字找到，查到的地址会记住 30 秒。地址簿停了，还记得的照样能用；一旦忘记，请求还没出门就失败了。',
  },
} as const;
