/** Texts: faults of the warehouse (registry) and of what is in its images. */
export const faultsRegistryTexts = {
  en: {
    'refusal.registryFull':
      'The warehouse (registry) is full: {neededBytes} bytes are to come in, and {freeBytes} fit (no space left on device). Clear it first: garbage collection.',
    'refusal.registryLoggedIn': 'Pulls are made in your account’s name already: there is nothing to log in to.',
    'push.RegistryFull': 'the registry’s disk is full (500, no space left on device)',
    'verb.loginRegistry': 'Log in at the registry',
    'verbName.loginRegistry': 'log in at registry',
    'registry.slow': 'open, but its road is choked: pulls crawl',
    'registry.limited': 'open, but it answers us 429: the pull limit is used up',
    'registry.full': 'open, but full: no push',
    'registry.login': 'Log in',
    'registry.collect': 'Clear it',
    'fault.slow-registry.title': 'One cart for the whole warehouse (slow registry)',
    'fault.slow-registry.symptom':
      'Nothing fails, and nothing comes: pods that need a new image stay ContainerCreating for minutes. All pulls share a road of 1 MiB a second; whoever has the image in the backpack notices nothing.',
    'fault.slow-registry.remedy':
      'Restart the registry, so that what hangs on its road is gone. Pulls under way start again; small images and cached layers keep the damage small.',
    'fault.slow-registry.explanation':
      'Bandwidth of a registry is shared by all pulls. A pull is never too late by itself: there is no error, only ContainerCreating. Small images, shared base layers and images pulled ahead are what makes a slow registry harmless.',
    'fault.pull-limit-used-up.title': 'The keeper counts (pull limit reached)',
    'fault.pull-limit-used-up.symptom':
      'Nodes that have the image go on; a fresh one gets 429 Too Many Requests: toomanyrequests, you have reached your pull rate limit. Pods there wait in ErrImagePull and ImagePullBackOff.',
    'fault.pull-limit-used-up.remedy':
      'Log in at the registry (docker login, imagePullSecrets), so that your account is counted and not the address that you share. Or wait: the window is six hours.',
    'fault.pull-limit-used-up.explanation':
      'Docker Hub counts pulls without a name by IP address, 100 in six hours: everybody behind one address shares them. A pull is a request for a manifest; cached images ask for none. An account has its own 200; clusters that grow use a mirror of their own.',
    'fault.registry-full.title': 'Full to the roof (registry disk full)',
    'fault.registry-full.symptom':
      'Pulls go on, and every push that brings a new layer is refused: 500, no space left on device. No new version can be delivered.',
    'fault.registry-full.remedy': 'Clear the registry (garbage collection), then push again. Or give it a larger disk.',
    'fault.registry-full.explanation':
      'Deleting a tag frees nothing, and uploads that broke off stay: layers lie there until the garbage collector runs. Run it regularly, and expire old tags.',
    'fault.late-advisory.title': 'Yesterday’s clean house (newly disclosed CVE)',
    'fault.late-advisory.symptom':
      'Nobody changed anything, and the scan of a running image turns critical. The admission policy refuses its new pods: FailedCreate, vulnerabilities of severity critical. What stands, stands.',
    'fault.late-advisory.remedy':
      'Build the image anew: its base has been patched under the same tag. Push it under a new tag, and roll it out.',
    'fault.late-advisory.explanation':
      'An image never changes, but what is known of it does. A scan at build time is true for that day only; scan again what runs, and rebuild often. The fix is in the base image, and reaches you only when you build upon it anew.',
    'fault.deaf-to-term.title': 'Deaf to the bell (SIGTERM ignored)',
    'fault.deaf-to-term.symptom':
      'The house serves well. But each farewell takes the whole time of grace and ends with exit code 137: roll-outs, drains and scaling down crawl, and requests under way are cut off.',
    'fault.deaf-to-term.remedy':
      'Undo the roll-out, or deliver an image whose program gets the signal: the JSON form of CMD or ENTRYPOINT, or exec in the shell line.',
    'fault.deaf-to-term.explanation':
      'A shell form runs /bin/sh -c as process 1. It gets the SIGTERM and does not hand it on; the program never hears that it should finish, until SIGKILL ends everything after terminationGracePeriodSeconds.',
    'fault.deleted-claim.title': 'The cellar is let go (deleted PersistentVolumeClaim)',
    'fault.deleted-claim.symptom':
      'What visitors had left is gone for good, and the new pod waits: FailedMount, persistentvolumeclaim not found.',
    'fault.deleted-claim.remedy':
      'Delete what still stands of its old pods, then apply the claim again: the house can open. Its cellar is empty; only a backup would bring back what was in it.',
    'fault.deleted-claim.explanation':
      'A claim in use is only marked (Terminating); it goes with its last pod, and with the policy Delete so does the storage. Pods are replaceable, claims are not: take backups, and set persistentVolumeReclaimPolicy to Retain where it matters.',
    'fault.tight-cpu-limit.title': 'Tied hands (tight CPU limit)',
    'fault.tight-cpu-limit.symptom':
      'No restart, no event, all pods Running, and visitors turn away: Overloaded. Usage stands exactly at the limit (throttled); probes with a short timeout fail: context deadline exceeded.',
    'fault.tight-cpu-limit.remedy': 'Undo the roll-out, or raise the CPU limit, or leave it out.',
    'fault.tight-cpu-limit.explanation':
      'Memory over the limit kills, CPU over the limit only slows: in each period of 100 ms the container gets its share and then stands still. It is never OOMKilled for CPU. Requests decide on scheduling and shares; many teams set requests for CPU and no limit.',
  },
  zh: {
    'refusal.registryFull':
      '公共仓库（registry）满了：要放进 {neededBytes} 字节，只放得下 {freeBytes} 字节（no space left on device）。请先清理：垃圾回收。',
    'refusal.registryLoggedIn': '拉取已经算在你们的账号名下了：不用再登录。',
    'push.RegistryFull': '公共仓库的磁盘满了（500，no space left on device）',
    'verb.loginRegistry': '登录公共仓库',
    'verbName.loginRegistry': '登录仓库',
    'registry.slow': '开门，但路被堵住了：拉取慢得像爬',
    'registry.limited': '开门，但只回我们 429：拉取次数用完了',
    'registry.full': '开门，但满了：不能推送',
    'registry.login': '登录',
    'registry.collect': '清理',
    'fault.slow-registry.title': '整个仓库只剩一辆车（registry 变慢）',
    'fault.slow-registry.symptom':
      '什么都没报错，什么也没到：需要新镜像的小院好几分钟都停在 ContainerCreating。所有拉取共用每秒 1 MiB 的路；背包里已有镜像的毫无察觉。',
    'fault.slow-registry.remedy': '重启公共仓库，让堵在路上的东西消失。正在拉取的会重来；镜像小、层有缓存，损失就小。',
    'fault.slow-registry.explanation':
      '仓库的带宽由所有拉取平分。拉取慢本身不算错误，只看得到 ContainerCreating。镜像做小、共用基础层、提前拉取，仓库再慢也不怕。',
    'fault.pull-limit-used-up.title': '管理员在数数（拉取次数用完）',
    'fault.pull-limit-used-up.symptom':
      '已有镜像的节点照常；新节点得到 429 Too Many Requests：toomanyrequests，you have reached your pull rate limit。那里的小院停在 ErrImagePull 和 ImagePullBackOff。',
    'fault.pull-limit-used-up.remedy':
      '登录公共仓库（docker login、imagePullSecrets），改按你们的账号计数，而不是按大家共用的地址。或者等：窗口是六小时。',
    'fault.pull-limit-used-up.explanation':
      'Docker Hub 对匿名拉取按 IP 地址计数，六小时 100 次：同一地址后面的人共用。一次拉取就是要一次清单（manifest）；有缓存就不用要。账号有自己的 200 次；大集群会自建镜像站。',
    'fault.registry-full.title': '堆到屋顶（registry 磁盘满）',
    'fault.registry-full.symptom':
      '拉取照常，凡是带来新层的推送都被拒绝：500，no space left on device。新版本一个也送不进来。',
    'fault.registry-full.remedy': '清理公共仓库（垃圾回收），再推送一次。或者换更大的磁盘。',
    'fault.registry-full.explanation':
      '删掉标签不会腾出空间，半路断掉的上传也留着：层一直躺在那里，直到垃圾回收运行。要定期回收，并让旧标签过期。',
    'fault.late-advisory.title': '昨天还干净的房子（新披露的 CVE）',
    'fault.late-advisory.symptom':
      '谁也没改什么，正在运行的镜像扫描结果却变成 critical。准入策略拒绝它的新小院：FailedCreate，vulnerabilities of severity critical。已经立着的不受影响。',
    'fault.late-advisory.remedy': '重新构建镜像：它的基础镜像已在同一标签下修好。用新标签推送，再滚动更新。',
    'fault.late-advisory.explanation':
      '镜像从不改变，人们对它的了解却会变。构建时的扫描只对那一天有效；要不断重扫正在运行的镜像，并经常重建。修复在基础镜像里，只有重新构建才会到你手上。',
    'fault.deaf-to-term.title': '听不见打烊铃（忽略 SIGTERM）',
    'fault.deaf-to-term.symptom':
      '房子营业正常。但每次关门都耗尽整个宽限期，退出码 137：滚动更新、排空和缩容都慢吞吞，正在处理的请求被掐断。',
    'fault.deaf-to-term.remedy':
      '回退滚动更新，或交付一个能收到信号的镜像：CMD 或 ENTRYPOINT 用 JSON 写法，或在 shell 行里写 exec。',
    'fault.deaf-to-term.explanation':
      'shell 写法让 /bin/sh -c 成为 1 号进程。SIGTERM 由它收下却不转交；程序不知道该收尾，直到 terminationGracePeriodSeconds 过后 SIGKILL 把一切了结。',
    'fault.deleted-claim.title': '地窖退租了（PersistentVolumeClaim 被删）',
    'fault.deleted-claim.symptom':
      '访客寄存的东西永远没了，新的小院在等：FailedMount，persistentvolumeclaim not found。',
    'fault.deleted-claim.remedy':
      '删掉还占着它的旧小院，再重新应用这个申请：房子能开门了。但地窖是空的，只有备份才能找回里面的东西。',
    'fault.deleted-claim.explanation':
      '正在使用的申请只会被标记（Terminating），等最后一个小院离开才真的消失；回收策略是 Delete 时，存储也跟着没了。小院可以替换，申请不行：要做备份，重要的把 persistentVolumeReclaimPolicy 设为 Retain。',
    'fault.tight-cpu-limit.title': '被捆住的手（CPU 上限太紧）',
    'fault.tight-cpu-limit.symptom':
      '没有重启，没有事件，小院全是 Running，访客却转身离开：Overloaded。用量正好顶在上限（被节流）；超时短的探针失败：context deadline exceeded。',
    'fault.tight-cpu-limit.remedy': '回退滚动更新，或调高 CPU 上限，或干脆不写。',
    'fault.tight-cpu-limit.explanation':
      '内存超限会被杀，CPU 超限只会变慢：每 100 毫秒里用完自己的份额就得站着等。CPU 从不会引起 OOMKilled。请求（requests）决定调度和份额；很多团队只写 CPU 请求，不写上限。',
  },
} as const;
