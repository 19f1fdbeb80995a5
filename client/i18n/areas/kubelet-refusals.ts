/** Words of the villages: what village heads (kubelets) refuse. */
export const kubeletRefusalsTexts = {
  en: {
    'refusal.nodeNotStarved': 'Village (node) {node} has enough of everything: nobody has to leave.',
    'refusal.podCritical':
      'Pod {name} is critical: without it the village or the town does not work. It is never sent off.',
    'refusal.noImagesToCollect': 'No plan (image) in the backpack of village (node) {node} has to go.',
    'refusal.podNotRenewed':
      'Pod {name} has no yard (sandbox) to start in: renew it first, then its houses begin in their order.',
    'refusal.podNeedsNoRenewal':
      'The yard (sandbox) of pod {name} stands, or is not wanted any more: nothing to renew.',
    'refusal.initFirst':
      'House {container} of pod {name} is not next: the houses before it (init containers) come first, one after the other.',
    'refusal.podNotBound': 'Pod {name} has no village (node) yet: the dispatch room (scheduler) signs it over first.',
    'refusal.podNotAdmitted': 'Pod {name} has not been admitted in village (node) {node} yet: admit it first.',
    'refusal.podAdmitted': 'Pod {name} is admitted already.',
    'refusal.podDeleted': 'Pod {name} is being deleted; a new one is not let in for it. Remove it.',
    'refusal.podEnded':
      'Pod {name} has ended for good ({phase}). A pod never starts over; its controller makes a new one.',
    'refusal.podStopping': 'Pod {name} is being taken down (Terminating) already.',
    'refusal.podNotDeleted':
      'Pod {name} is wanted: nobody deleted it. Delete it at the business hall (API server) first.',
    'refusal.podNotStopped': 'Pod {name} still stands: stop it first, so that its houses can close in good order.',
    'refusal.podStillRunning':
      'Houses of pod {name} are still closing; at the latest in {seconds} s they are shut by force (SIGKILL).',
    'refusal.nothingToStop': 'Nothing of pod {name} stands in any village (node): remove it.',
    'refusal.nodeOff': 'Village (node) {node} has no power: reboot its machine first.',
    'refusal.nodeBooting': 'The machine of village (node) {node} is still booting. A whole machine takes its time.',
    'refusal.nodeCutOff':
      'The road between village (node) {node} and the town hall is cut: its head (kubelet) hears nothing new and reports nothing. Repair the link.',
    'refusal.alreadyBooting': 'The machine of village (node) {node} is booting already: {seconds} s to go.',
    'refusal.linkIsUp': 'The road (link) of village (node) {node} is open already.',
    'refusal.containerRunning': 'House (container) {container} of pod {name} is running already.',
    'refusal.containerCreating': 'House (container) {container} of pod {name} is being put up already.',
    'refusal.containerNotRunning': 'House (container) {container} of pod {name} does not run: there is nothing to end.',
    'refusal.containerStopping':
      'House (container) {container} of pod {name} has been told to close already (SIGTERM).',
    'refusal.restartForbidden':
      'House (container) {container} of pod {name} has ended, and the pod does not want it started again (restartPolicy: {policy}).',
    'refusal.crashLoopBackOff':
      'House (container) {container} of pod {name} fell down again and again: wait {seconds} s before the next try (CrashLoopBackOff). Look at its last words meanwhile.',
    'refusal.imageNotPulled':
      'The plan (image) {image} is not settled in this village: pull it first. With imagePullPolicy Always that is so before each start.',
    'refusal.imagePulling': 'The plan (image) {image} is on its way here.',
    'refusal.imagePresent': 'The plan (image) {image} is in the backpack (image cache): start the house.',
    'refusal.imagePullBackOff':
      'Fetching the plan (image) {image} failed: wait {seconds} s before the next try (ImagePullBackOff). Is the registry up, is the name right?',
    'refusal.configMissing':
      'The furniture {configMap} ({kind}) is missing, so house {container} cannot be put up (CreateContainerConfigError). Bring it back; the next try is in {seconds} s.',
  },
  zh: {
    'refusal.nodeNotStarved': '村庄（Node）{node} 什么都不缺：谁也不用走。',
    'refusal.podCritical': '小院（Pod）{name} 是关键小院：没有它，村庄或全镇就转不动。不能请走它。',
    'refusal.noImagesToCollect': '村庄（Node）{node} 的背包里没有需要清掉的图纸（镜像）。',
    'refusal.podNotRenewed': '小院（Pod）{name} 的院子（沙箱）没了：先重建它，房子再按顺序开工。',
    'refusal.podNeedsNoRenewal': '小院（Pod）{name} 的院子（沙箱）好好的，或者已经不要了：不用重建。',
    'refusal.initFirst':
      '还没轮到小院（Pod）{name} 的房子 {container}：它前面的房子（init 容器）要先一个接一个地完成。',
    'refusal.podNotBound': '小院（Pod）{name} 还没有分到村庄（Node）：先由调度室（scheduler）分配。',
    'refusal.podNotAdmitted': '村庄（Node）{node} 还没有接收小院（Pod）{name}：先接收它。',
    'refusal.podAdmitted': '小院（Pod）{name} 已经接收了。',
    'refusal.podDeleted': '小院（Pod）{name} 正在被删除，不必再接收，移除它就行。',
    'refusal.podEnded': '小院（Pod）{name} 已经彻底结束（{phase}）。Pod 不会从头再来，由控制器另建一个。',
    'refusal.podStopping': '小院（Pod）{name} 已经在拆除中（Terminating）。',
    'refusal.podNotDeleted': '小院（Pod）{name} 还有用：没人删除过它。要先到营业厅（API server）删除。',
    'refusal.podNotStopped': '小院（Pod）{name} 还立着：先停下它，让房子好好关门。',
    'refusal.podStillRunning': '小院（Pod）{name} 的房子还在关门，最多再过 {seconds} 秒就会被强行关闭（SIGKILL）。',
    'refusal.nothingToStop': '小院（Pod）{name} 在哪个村庄（Node）里都没有东西：直接移除它。',
    'refusal.nodeOff': '村庄（Node）{node} 没有电：先重启它的机器。',
    'refusal.nodeBooting': '村庄（Node）{node} 的机器还在启动。整台机器启动总要一些时间。',
    'refusal.nodeCutOff':
      '村庄（Node）{node} 到镇政府的路断了：村长（kubelet）听不到新消息，也报不了情况。先把路修好。',
    'refusal.alreadyBooting': '村庄（Node）{node} 的机器已经在启动，还要 {seconds} 秒。',
    'refusal.linkIsUp': '村庄（Node）{node} 的路（网络连接）本来就是通的。',
    'refusal.containerRunning': '小院（Pod）{name} 的房子（容器）{container} 已经在运行。',
    'refusal.containerCreating': '小院（Pod）{name} 的房子（容器）{container} 正在盖。',
    'refusal.containerNotRunning': '小院（Pod）{name} 的房子（容器）{container} 没有在运行，没什么可停的。',
    'refusal.containerStopping': '小院（Pod）{name} 的房子（容器）{container} 已经收到关门的通知（SIGTERM）。',
    'refusal.restartForbidden':
      '小院（Pod）{name} 的房子（容器）{container} 已经结束，小院不要它再启动（restartPolicy: {policy}）。',
    'refusal.crashLoopBackOff':
      '小院（Pod）{name} 的房子（容器）{container} 一再倒塌：再等 {seconds} 秒才能重试（CrashLoopBackOff）。趁这时看看它的遗言。',
    'refusal.imageNotPulled':
      '图纸（镜像）{image} 在这个村还没有备好：先拉取。imagePullPolicy 为 Always 时，每次启动前都要拉取。',
    'refusal.imagePulling': '图纸（镜像）{image} 正在路上。',
    'refusal.imagePresent': '图纸（镜像）{image} 已在背包（镜像缓存）里：启动房子吧。',
    'refusal.imagePullBackOff':
      '取图纸（镜像）{image} 失败了：再等 {seconds} 秒才能重试（ImagePullBackOff）。仓库开着吗？名字写对了吗？',
    'refusal.configMissing':
      '缺少家具 {configMap}（{kind}），房子 {container} 盖不起来（CreateContainerConfigError）。把它补回来；{seconds} 秒后再试。',
  },
} as const;
