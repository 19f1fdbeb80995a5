/** What the business hall (API server) finds wrong in a yard (pod): probes, hooks, volumes. */
export const podChecksTexts = {
  en: {
    'refusal.invalidHook': '{field}: a hook (postStart, preStop) has exactly one handler: sleep, exec or httpGet.',
    'refusal.invalidProbe': '{field}: a probe asks in exactly one way: httpGet, tcpSocket, grpc or exec.',
    'refusal.invalidReadinessGrace':
      '{field} may not be set: a failed readiness probe ends nobody, it only sends the visitors elsewhere.',
    'refusal.invalidSleep':
      '{field}: a hook may not sleep for {value} s, longer than the whole time of grace (terminationGracePeriodSeconds: {grace}).',
    'refusal.invalidPodDeadline':
      '{field}: only work that is to end (a Job, a bare pod) may have a deadline of its own.',
    'refusal.invalidPodDeadlineLonger': '{field}: the deadline of a pod that stands may only come nearer, not {value}.',
    'refusal.invalidVariable':
      '{field}: {value} has more than one source (a value, a valueFrom, a map). It may have only one.',
    'refusal.invalidMountPath': '{field}: another volume is mounted at {value} in this container already.',
    'refusal.invalidRestartRules':
      '{field}: restart rules are exceptions from a policy: say the container restartPolicy, too.',
    'refusal.invalidInitField':
      '{field}: an init container works to its end, nobody asks how it lives. Only a sidecar (restartPolicy: Always) may have {value}.',
    'refusal.invalidVolumeMount': '{field}: the pod has no volume named {value}. List it under spec.volumes.',
    'refusal.invalidDuplicateVolume': '{field}: two volumes are named {value}.',
    'refusal.invalidVolume':
      '{field}: volume {value} comes from exactly one place: emptyDir, persistentVolumeClaim, configMap or secret.',
    'refusal.invalidToleration':
      '{field}: this toleration cannot be meant ({value}). Without a key only Exists stands; with Exists there is no value; only NoExecute runs out (tolerationSeconds).',
    'refusal.invalidDuplicatePodPort': '{field}: {value} is there twice in this pod.',
    'refusal.invalidOvercommit':
      '{field}: nobody shares {resource}. State a limit, and ask for (request) exactly as much.',
    'refusal.invalidPodResources':
      '{field}: {value} does not fit. What a pod states as a whole is cpu, memory or huge pages, covers what its containers ask for together, and no container may have more.',
    'refusal.invalidClaimImmutable':
      'The cellar claim (PersistentVolumeClaim) {name} cannot be changed, only made larger.',
    'refusal.invalidClaimShrinks': 'The cellar claim (PersistentVolumeClaim) {name} can grow, but never shrink.',
  },
  zh: {
    'refusal.invalidHook': '{field}：一个钩子（postStart、preStop）只能有一种做法：sleep、exec 或 httpGet。',
    'refusal.invalidProbe': '{field}：一个探针只能用一种问法：httpGet、tcpSocket、grpc 或 exec。',
    'refusal.invalidReadinessGrace': '不能写 {field}：就绪探针（readiness）没通过不会结束谁，只是把访客引到别处。',
    'refusal.invalidSleep':
      '{field}：钩子不能睡 {value} 秒，比整个宽限期（terminationGracePeriodSeconds：{grace}）还长。',
    'refusal.invalidPodDeadline': '{field}：只有做完就结束的活儿（Job、单独的小院）才能有自己的期限。',
    'refusal.invalidPodDeadlineLonger': '{field}：已经盖好的小院，期限只能提前，不能改成 {value}。',
    'refusal.invalidVariable': '{field}：{value} 写了不止一个来源（value、valueFrom、整张表），只能选一个。',
    'refusal.invalidMountPath': '{field}：这个容器的 {value} 已经挂了别的数据卷。',
    'refusal.invalidRestartRules': '{field}：重启规则是对策略的例外，也要写上容器的 restartPolicy。',
    'refusal.invalidInitField':
      '{field}：init 容器干完就结束，没人问它过得怎样。只有边车（restartPolicy: Always）才能有 {value}。',
    'refusal.invalidVolumeMount': '{field}：小院（Pod）没有名为 {value} 的数据卷，请写进 spec.volumes。',
    'refusal.invalidDuplicateVolume': '{field}：有两个数据卷都叫 {value}。',
    'refusal.invalidVolume':
      '{field}：数据卷 {value} 只能有一个来源：emptyDir、persistentVolumeClaim、configMap 或 secret。',
    'refusal.invalidToleration':
      '{field}：这条容忍（toleration）说不通（{value}）。不写 key 时只能用 Exists；用了 Exists 就不写 value；只有 NoExecute 才有时限（tolerationSeconds）。',
    'refusal.invalidDuplicatePodPort': '{field}：{value} 在这个小院（Pod）里重复了。',
    'refusal.invalidOvercommit': '{field}：{resource} 不能共用。请写上 limit，request 要和它相等。',
    'refusal.invalidPodResources':
      '{field}：{value} 对不上。小院（Pod）整体只能写 cpu、memory 或大页，要够所有容器一起申请的量，单个容器的上限也不能超过它。',
    'refusal.invalidClaimImmutable': '地窖申请（PersistentVolumeClaim）{name} 不能改，只能扩大。',
    'refusal.invalidClaimShrinks': '地窖申请（PersistentVolumeClaim）{name} 可以变大，不能变小。',
  },
} as const;
