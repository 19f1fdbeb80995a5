/** Words of the villages: what kubelets tell, what they refuse, and what they would do next. */
export const kubeletTexts = {
  en: {
    'event.Pulling': 'House {container} of pod {pod}: the village head (kubelet) fetches the plan (image) {image}.',
    'event.Pulled': 'House {container} of pod {pod}: the plan (image) {image} is in the backpack (image cache).',
    'event.Created': 'House {container} of pod {pod} has been put up (container created).',
    'event.Started':
      'House {container} of pod {pod} is lived in (container started). It may need a while to answer visitors.',
    'event.Killing': 'House {container} of pod {pod} is being closed (SIGTERM, then SIGKILL).',
    'event.BackOff': 'House {container} of pod {pod} failed again; each next try waits longer (back-off).',
    'event.Failed': 'House {container} of pod {pod} could not be opened (Failed).',
    'event.InspectFailed': 'House {container} of pod {pod}: "{image}" is no name of a plan (InvalidImageName).',
    'event.ErrImageNeverPull':
      'House {container} of pod {pod}: plan {image} is not in the backpack, and the pod forbids to fetch it (imagePullPolicy: Never).',
    'event.Unhealthy': 'House {container} of pod {pod} did not answer its check ({probe} probe failed).',
    'event.OOMKilled': 'House {container} of pod {pod} used more memory than its limit and was torn down (OOMKilled).',
    'event.SandboxChanged': 'Pod {pod} lost its yard when the machine went down; it is set up again (SandboxChanged).',
    'event.OutOfcpu': 'Village (node) {node} turned pod {pod} away: not enough CPU is left (OutOfcpu).',
    'event.OutOfmemory': 'Village (node) {node} turned pod {pod} away: not enough memory is left (OutOfmemory).',
    'event.OutOfpods': 'Village (node) {node} turned pod {pod} away: it has as many yards as it may (OutOfpods).',
    'event.NodeAffinity':
      'Village (node) {node} turned pod {pod} away: it lacks the labels that the pod asks for (NodeAffinity).',
    'event.Starting': 'The village head (kubelet) of {name} is at work again.',
    'event.Rebooted':
      'The machine of village (node) {name} has been started anew (Rebooted). What ran there has to start again.',
    'event.NodeReady': 'Village (node) {name} is in touch with the town hall again (NodeReady).',
    'event.Evicted':
      'Pod {pod} may not stay in village (node) {node} (Evicted): there is too little {resource}, and others come first.',
    'event.SystemOOM':
      'The machine of village (node) {name} ran out of memory altogether: the kernel killed house {container} of pod {pod} (SystemOOM).',
    'event.FreeDiskSpaceFailed':
      'The backpack (image cache) of village (node) {name} could not be emptied enough: {freedBytes} of {wantedBytes} bytes (FreeDiskSpaceFailed). Something else fills the disk.',
    'event.NodeHasInsufficientMemory':
      'Village (node) {name} is short of memory (MemoryPressure): best-effort pods are turned away.',
    'event.NodeHasSufficientMemory': 'Village (node) {name} has memory enough again.',
    'event.NodeHasDiskPressure': 'Village (node) {name} is short of disk (DiskPressure): new pods are turned away.',
    'event.NodeHasNoDiskPressure': 'Village (node) {name} has disk enough again.',
    'event.NodeHasInsufficientPID':
      'Village (node) {name} is short of process numbers (PIDPressure): new pods are turned away.',
    'event.NodeHasSufficientPID': 'Village (node) {name} has process numbers enough again.',
    'gauge.throttled': 'Houses at their CPU limit (throttled), {count}: {pods}',
    'gauge.belongings': 'Visitors’ belongings: {kept} kept, {lost} lost for good',
    'event.BelongingsLost':
      'House {container} of pod {pod} fell, and what {pieces} visitors had left in it is gone: it lay in no volume.',
    'event.FailedMount':
      'Pod {pod}: the furniture {configMap} ({kind}) for room {volume} cannot be carried in (FailedMount). The whole pod waits.',
    'event.FailedPreStopHook':
      'House {container} of pod {pod}: the farewell (preStop hook) took longer than the time of grace, {seconds} s.',
    'event.FailedPostStartHook':
      'House {container} of pod {pod}: the housewarming (postStart hook) failed, so the house is closed again.',
    'refusal.runtimeDown':
      'The builders of village (node) {node} do not answer (container runtime down): houses can be neither opened nor closed. Restart the runtime.',
    'refusal.runtimeIsUp': 'The builders (container runtime) of village (node) {node} are at work.',
    'refusal.runtimeStarting':
      'The builders (container runtime) of village (node) {node} are coming back: {seconds} s to go.',
    'fault.runtime-down.title': 'The builders are gone (container runtime down)',
    'fault.runtime-down.symptom':
      'Nothing begins or ends in one village any more, and its head learns nothing new. After 30 s the node says NotReady: container runtime is down; after three minutes also: PLEG is not healthy.',
    'fault.runtime-down.remedy':
      'Restart the container runtime of that village. The houses that stand go on meanwhile.',
    'fault.runtime-down.explanation':
      'A kubelet builds nothing itself: it asks the container runtime. When that hangs, running containers live on, yet nobody restarts, replaces or removes them, and after five minutes NotReady the control plane moves the pods.',
    'refusal.invalidHook': '{field}: a hook (postStart, preStop) has exactly one handler: sleep, exec or httpGet.',
    'refusal.invalidProbe': '{field}: a probe asks in exactly one way: httpGet, tcpSocket, grpc or exec.',
    'refusal.invalidReadinessGrace':
      '{field} may not be set: a failed readiness probe ends nobody, it only sends the visitors elsewhere.',
    'refusal.invalidSleep':
      '{field}: a hook may not sleep for {value} s, longer than the whole time of grace (terminationGracePeriodSeconds: {grace}).',
    'refusal.invalidVariable': '{field}: the variable {value} has a value and a valueFrom. It may have only one.',
    'refusal.invalidMountPath': '{field}: another volume is mounted at {value} in this container already.',
    'refusal.invalidRestartRules':
      '{field}: restart rules are exceptions from a policy: say the container restartPolicy, too.',
    'refusal.invalidInitField':
      '{field}: an init container works to its end, nobody asks how it lives. Only a sidecar (restartPolicy: Always) may have {value}.',
    'refusal.invalidVolumeMount': '{field}: the pod has no volume named {value}. List it under spec.volumes.',
    'refusal.invalidDuplicateVolume': '{field}: two volumes are named {value}.',
    'refusal.invalidVolume':
      '{field}: volume {value} comes from exactly one place: emptyDir, persistentVolumeClaim, configMap or secret.',
    'refusal.invalidClaimImmutable':
      'The cellar claim (PersistentVolumeClaim) {name} cannot be changed, only made larger.',
    'refusal.invalidClaimShrinks': 'The cellar claim (PersistentVolumeClaim) {name} can grow, but never shrink.',
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
    'step.admit': 'New here: admit it',
    'step.pull': 'Fetch the plan (image) {image}',
    'step.start': 'The plan is here: start house {container}',
    'step.restart': 'House {container} ended: start it again',
    'step.unhealthy': 'House {container} fails its liveness probe: kill it, so that it starts afresh',
    'step.stop': 'Deleted, or unknown at the town hall: stop it',
    'step.remove': 'Nothing runs any more: remove it from the ledger',
    'step.nodeOff': 'The machine has no power',
    'step.nodeBooting': 'The machine is booting',
    'step.nodeCutOff': 'The road to the town hall is cut',
    'step.running': 'House {container} runs and answers',
    'step.starting': 'House {container} runs, but does not answer yet',
    'step.creating': 'House {container} is being put up',
    'step.pulling': 'Fetching {image}: layer {arrived} of {layers}',
    'step.pullQueued': 'Another plan is being fetched first (one pull at a time)',
    'step.noticing': 'House {container} has just ended',
    'step.crashLoopBackOff': 'House {container} keeps falling down: waiting (CrashLoopBackOff)',
    'step.imagePullBackOff': 'Could not fetch {image}: waiting (ImagePullBackOff)',
    'step.configMissing': 'The furniture {configMap} is missing: waiting',
    'step.stopping': 'Closing (SIGTERM, then SIGKILL)',
    'step.reporting': 'Closed: how it ended is told first',
    'step.runtimeDown': 'The builders (container runtime) do not answer: restart the runtime',
    'step.evict': 'The village runs out of something: send pod {name} off',
    'step.collectImages': 'The disk is nearly full: let go of plans (images) that nobody uses',
    'step.changed': 'House {container} is to be built from another plan now: kill it',
    'step.restartAll': 'A house ended in a way that has all start over: kill {container}',
    'step.renew': 'Make the yard anew, so that its houses begin in their order',
    'step.stopOver': 'The work is done for good: stop what still runs beside it',
    'step.startupProbe': 'House {container} has not passed its startup probe yet',
    'step.postStart': 'House {container} is at its housewarming (postStart hook)',
    'step.initFirst': 'House {container} waits for the houses before it (init containers)',
    'step.ended': 'Finished: nothing to do',
  },
  zh: {
    'event.Pulling': '小院（Pod）{pod} 的房子 {container}：村长（kubelet）去取图纸（镜像）{image}。',
    'event.Pulled': '小院（Pod）{pod} 的房子 {container}：图纸（镜像）{image} 已在村里的背包（镜像缓存）中。',
    'event.Created': '小院（Pod）{pod} 的房子 {container} 盖好了（容器已创建）。',
    'event.Started': '小院（Pod）{pod} 的房子 {container} 有人住了（容器已启动），也许还要一会儿才能接待访客。',
    'event.Killing': '小院（Pod）{pod} 的房子 {container} 正在关门（先 SIGTERM，后 SIGKILL）。',
    'event.BackOff': '小院（Pod）{pod} 的房子 {container} 又失败了，每次重试都要多等一会儿（退避，BackOff）。',
    'event.Failed': '小院（Pod）{pod} 的房子 {container} 没能开起来（Failed）。',
    'event.InspectFailed': '小院（Pod）{pod} 的房子 {container}：“{image}”不是合法的图纸名（InvalidImageName）。',
    'event.ErrImageNeverPull':
      '小院（Pod）{pod} 的房子 {container}：背包里没有图纸 {image}，小院又不许去取（imagePullPolicy: Never）。',
    'event.Unhealthy': '小院（Pod）{pod} 的房子 {container} 没有通过检查（{probe} 探针失败）。',
    'event.OOMKilled': '小院（Pod）{pod} 的房子 {container} 用的内存超过上限，被拆掉了（OOMKilled）。',
    'event.SandboxChanged': '机器断电时小院（Pod）{pod} 没了，现在重新搭起来（SandboxChanged）。',
    'event.OutOfcpu': '村庄（Node）{node} 没有收下小院（Pod）{pod}：剩下的 CPU 不够（OutOfcpu）。',
    'event.OutOfmemory': '村庄（Node）{node} 没有收下小院（Pod）{pod}：剩下的内存不够（OutOfmemory）。',
    'event.OutOfpods': '村庄（Node）{node} 没有收下小院（Pod）{pod}：小院数量已到上限（OutOfpods）。',
    'event.NodeAffinity': '村庄（Node）{node} 没有收下小院（Pod）{pod}：缺少小院要求的标签（NodeAffinity）。',
    'event.Starting': '{name} 的村长（kubelet）重新上任。',
    'event.Rebooted': '村庄（Node）{name} 的机器重启过了（Rebooted），上面跑的东西都要重新启动。',
    'event.NodeReady': '村庄（Node）{name} 又和镇政府联系上了（NodeReady）。',
    'event.Evicted': '小院（Pod）{pod} 不能留在村庄（Node）{node}（Evicted）：这里的 {resource} 不够，要先顾别的小院。',
    'event.SystemOOM':
      '村庄（Node）{name} 的机器内存彻底用光：内核杀掉了小院（Pod）{pod} 的房子 {container}（SystemOOM）。',
    'event.FreeDiskSpaceFailed':
      '村庄（Node）{name} 的背包（镜像缓存）腾不出足够的地方：要 {wantedBytes} 字节，只腾出 {freedBytes}（FreeDiskSpaceFailed）。占地方的是别的东西。',
    'event.NodeHasInsufficientMemory': '村庄（Node）{name} 内存紧张（MemoryPressure）：不再接收 BestEffort 小院。',
    'event.NodeHasSufficientMemory': '村庄（Node）{name} 的内存又够用了。',
    'event.NodeHasDiskPressure': '村庄（Node）{name} 磁盘紧张（DiskPressure）：不再接收新的小院。',
    'event.NodeHasNoDiskPressure': '村庄（Node）{name} 的磁盘又够用了。',
    'event.NodeHasInsufficientPID': '村庄（Node）{name} 的进程号紧张（PIDPressure）：不再接收新的小院。',
    'event.NodeHasSufficientPID': '村庄（Node）{name} 的进程号又够用了。',
    'gauge.throttled': '顶在 CPU 上限的房子（被节流）{count} 个：{pods}',
    'gauge.belongings': '访客存放的东西：保管着 {kept} 件，永远丢了 {lost} 件',
    'event.BelongingsLost':
      '小院（Pod）{pod} 的房子 {container} 倒了，{pieces} 位访客寄存的东西没了：没有放进数据卷（volume）。',
    'event.FailedMount':
      '小院（Pod）{pod}：房间 {volume} 的家具 {configMap}（{kind}）搬不进来（FailedMount），整个小院都在等。',
    'event.FailedPreStopHook':
      '小院（Pod）{pod} 的房子 {container}：告别仪式（preStop 钩子）超过了 {seconds} 秒的宽限期。',
    'event.FailedPostStartHook': '小院（Pod）{pod} 的房子 {container}：乔迁仪式（postStart 钩子）失败，房子又被关上。',
    'refusal.runtimeDown': '村庄（Node）{node} 的施工队没有回应（容器运行时停机）：房子开不了也关不了。请重启运行时。',
    'refusal.runtimeIsUp': '村庄（Node）{node} 的施工队（容器运行时）正在干活。',
    'refusal.runtimeStarting': '村庄（Node）{node} 的施工队（容器运行时）正在回来，还要 {seconds} 秒。',
    'fault.runtime-down.title': '施工队不见了（容器运行时停机）',
    'fault.runtime-down.symptom':
      '一个村庄里什么都不再开工或收工，村长也得不到新消息。30 秒后节点报告 NotReady：container runtime is down；三分钟后又加上：PLEG is not healthy。',
    'fault.runtime-down.remedy': '重启那个村庄的容器运行时。已经立着的房子照常营业。',
    'fault.runtime-down.explanation':
      '村长（kubelet）自己不盖房子，要请容器运行时来盖。运行时卡住后，运行中的容器照样活着，但没人重启、替换或拆除它们；NotReady 满五分钟，控制平面就会把小院挪走。',
    'refusal.invalidHook': '{field}：一个钩子（postStart、preStop）只能有一种做法：sleep、exec 或 httpGet。',
    'refusal.invalidProbe': '{field}：一个探针只能用一种问法：httpGet、tcpSocket、grpc 或 exec。',
    'refusal.invalidReadinessGrace': '不能写 {field}：就绪探针（readiness）没通过不会结束谁，只是把访客引到别处。',
    'refusal.invalidSleep':
      '{field}：钩子不能睡 {value} 秒，比整个宽限期（terminationGracePeriodSeconds：{grace}）还长。',
    'refusal.invalidVariable': '{field}：变量 {value} 既写了 value 又写了 valueFrom，只能选一个。',
    'refusal.invalidMountPath': '{field}：这个容器的 {value} 已经挂了别的数据卷。',
    'refusal.invalidRestartRules': '{field}：重启规则是对策略的例外，也要写上容器的 restartPolicy。',
    'refusal.invalidInitField':
      '{field}：init 容器干完就结束，没人问它过得怎样。只有边车（restartPolicy: Always）才能有 {value}。',
    'refusal.invalidVolumeMount': '{field}：小院（Pod）没有名为 {value} 的数据卷，请写进 spec.volumes。',
    'refusal.invalidDuplicateVolume': '{field}：有两个数据卷都叫 {value}。',
    'refusal.invalidVolume':
      '{field}：数据卷 {value} 只能有一个来源：emptyDir、persistentVolumeClaim、configMap 或 secret。',
    'refusal.invalidClaimImmutable': '地窖申请（PersistentVolumeClaim）{name} 不能改，只能扩大。',
    'refusal.invalidClaimShrinks': '地窖申请（PersistentVolumeClaim）{name} 可以变大，不能变小。',
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
    'step.admit': '新来的：接收它',
    'step.pull': '去取图纸（镜像）{image}',
    'step.start': '图纸到了：启动房子 {container}',
    'step.restart': '房子 {container} 停了：再启动它',
    'step.unhealthy': '房子 {container} 没通过存活检查（liveness）：关掉它，让它重新开始',
    'step.stop': '已被删除，或镇政府不认得它：停下它',
    'step.remove': '什么都不再运行：从账本上移除',
    'step.nodeOff': '机器没有电',
    'step.nodeBooting': '机器正在启动',
    'step.nodeCutOff': '到镇政府的路断了',
    'step.running': '房子 {container} 在运行，能接待访客',
    'step.starting': '房子 {container} 在运行，但还不能接待访客',
    'step.creating': '正在盖房子 {container}',
    'step.pulling': '正在取 {image}：第 {arrived} 层，共 {layers} 层',
    'step.pullQueued': '正在先取别的图纸（一次只取一份）',
    'step.noticing': '房子 {container} 刚刚停了',
    'step.crashLoopBackOff': '房子 {container} 一再倒塌：等待中（CrashLoopBackOff）',
    'step.imagePullBackOff': '取不到 {image}：等待中（ImagePullBackOff）',
    'step.configMissing': '缺少家具 {configMap}：等待中',
    'step.stopping': '正在关门（先 SIGTERM，后 SIGKILL）',
    'step.reporting': '已经关门：先上报它是怎样结束的',
    'step.runtimeDown': '施工队（容器运行时）没有回应：重启运行时',
    'step.evict': '村里快不够用了：请走小院 {name}',
    'step.collectImages': '磁盘快满了：清掉没人用的图纸（镜像）',
    'step.changed': '房子 {container} 要换图纸：先关掉它',
    'step.restartAll': '有房子的结局要求全部重来：关掉 {container}',
    'step.renew': '重建院子，让房子按顺序重新开工',
    'step.stopOver': '活儿彻底干完了：停下还在陪跑的',
    'step.startupProbe': '房子 {container} 还没通过启动检查（startup 探针）',
    'step.postStart': '房子 {container} 正在办乔迁仪式（postStart 钩子）',
    'step.initFirst': '房子 {container} 在等前面的房子（init 容器）',
    'step.ended': '已经结束：无事可做',
  },
} as const;
