/** Words of the villages: what village heads (kubelets) tell. */
export const kubeletEventsTexts = {
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
    'event.EvictionThresholdMet':
      'Village (node) {name} runs out of {resource}: its head (kubelet) makes room, one thing a round (EvictionThresholdMet).',
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
    'event.BelongingsLost':
      'House {container} of pod {pod} fell, and what {pieces} visitors had left in it is gone: it lay in no volume.',
    'event.FailedMount':
      'Pod {pod}: the furniture {configMap} ({kind}) for room {volume} cannot be carried in (FailedMount). The whole pod waits.',
    'event.FailedPreStopHook':
      'House {container} of pod {pod}: the farewell (preStop hook) failed, or took longer than the time of grace, {seconds} s.',
    'event.FailedPostStartHook':
      'House {container} of pod {pod}: the housewarming (postStart hook) failed, so the house is closed again.',
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
    'event.EvictionThresholdMet':
      '村庄（Node）{name} 的 {resource} 快用完了：村长（kubelet）开始腾地方，每轮只做一件（EvictionThresholdMet）。',
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
    'event.BelongingsLost':
      '小院（Pod）{pod} 的房子 {container} 倒了，{pieces} 位访客寄存的东西没了：没有放进数据卷（volume）。',
    'event.FailedMount':
      '小院（Pod）{pod}：房间 {volume} 的家具 {configMap}（{kind}）搬不进来（FailedMount），整个小院都在等。',
    'event.FailedPreStopHook':
      '小院（Pod）{pod} 的房子 {container}：告别仪式（preStop 钩子）失败，或超过了 {seconds} 秒的宽限期。',
    'event.FailedPostStartHook': '小院（Pod）{pod} 的房子 {container}：乔迁仪式（postStart 钩子）失败，房子又被关上。',
  },
} as const;
