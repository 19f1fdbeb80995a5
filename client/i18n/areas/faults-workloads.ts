/** Texts: faults of orders and inspectors (workloads, probes). */
export const faultsWorkloadsTexts = {
  en: {
    'fault.tight-memory.title': 'Too small a yard (memory limit below need)',
    'fault.tight-memory.symptom': 'New containers are killed at once: OOMKilled, exit code 137, then CrashLoopBackOff.',
    'fault.tight-memory.remedy': 'Undo the roll-out, or set a limit above what the program needs.',
    'fault.tight-memory.explanation':
      'The limit is enforced by the kernel, not by politeness. A program that needs 48 MiB to begin does not begin in 8 MiB. Unlike a leak, it dies at the very start, each time.',
    'fault.endless-init.title': 'The opening speech that never ends (init container)',
    'fault.endless-init.symptom':
      'New pods stay at Init: the condition Initialized is False, the house waits as PodInitializing.',
    'fault.endless-init.remedy': 'Undo the roll-out, or give the init container a command that ends.',
    'fault.endless-init.explanation':
      'Init containers run one after the other, each to its end, before the rest begins. A server as an init container never ends; it wants to be a sidecar (restartPolicy: Always).',
    'fault.scaled-to-zero.title': 'The wrong light switched off (scaled to zero)',
    'fault.scaled-to-zero.symptom':
      'A Deployment wants 0 replicas: its pods leave, and the street sign points at nobody.',
    'fault.scaled-to-zero.remedy': 'Scale the Deployment up again.',
    'fault.scaled-to-zero.explanation':
      'Nothing is broken: the cluster does exactly what it was told. Wanted and observed agree, so no loop will repair it. Only somebody who knows what was meant can.',
    'fault.deleted-deployment.title': 'The order torn up (deleted Deployment)',
    'fault.deleted-deployment.symptom':
      'A Deployment is gone, and its ReplicaSets and pods after it. The Service has no endpoints.',
    'fault.deleted-deployment.remedy': 'Apply the Deployment again.',
    'fault.deleted-deployment.explanation':
      'Owners take what they own along: the garbage collector removes what has lost its owner. A pod deleted comes back; an order deleted does not, because nobody is left who wants it.',
    'fault.deleted-namespace.title': 'A district closed by mistake (deleted namespace)',
    'fault.deleted-namespace.symptom':
      'A namespace is Terminating, then gone. All its pods and Services go with it, and its visitors are lost.',
    'fault.deleted-namespace.remedy': 'Apply the namespace and everything in it again, from what was written down.',
    'fault.deleted-namespace.explanation':
      'A namespace owns all that is in it. Deleting it is one word, and it cannot be called back. Whoever has their manifests in one place stands again in a minute.',
    'fault.paused-rollout.title': 'The building site at rest (paused roll-out)',
    'fault.paused-rollout.symptom':
      'A change was asked for and nothing moves. The condition Progressing says DeploymentPaused.',
    'fault.paused-rollout.remedy': 'Resume the roll-out.',
    'fault.paused-rollout.explanation':
      'A paused Deployment keeps its scale, and carries no new template through the town. It is meant for several changes at once. Who forgets it wonders why the cure does not arrive.',
    'fault.all-at-once.title': 'Everything torn down at once (Recreate strategy)',
    'fault.all-at-once.symptom': 'During a roll-out no pod of the Deployment is left for a while: NoEndpoints.',
    'fault.all-at-once.remedy': 'Set the strategy back to RollingUpdate and apply.',
    'fault.all-at-once.explanation':
      'Recreate takes all old pods down before the first new one begins. It is right where two versions may never run side by side, and an outage each time everywhere else.',
    'fault.cron-pile-up.title': 'The bell that rings too often (CronJob pile-up)',
    'fault.cron-pile-up.symptom':
      'Every minute a new Job begins, and none ends. Soon other pods find no room: FailedScheduling.',
    'fault.cron-pile-up.remedy':
      'Delete or suspend the CronJob; its Jobs go with it. Or forbid overlap (concurrencyPolicy: Forbid), or see to it that each Job ends (another command, activeDeadlineSeconds).',
    'fault.cron-pile-up.explanation':
      'A CronJob asks nobody whether the last piece of work is done, unless its concurrencyPolicy says so. Work that takes longer than its interval piles up until the town is full.',
    'fault.strict-liveness.title': 'The inspector at the wrong door (liveness probe)',
    'fault.strict-liveness.symptom':
      'Healthy houses are torn down again and again: Unhealthy, Killing, restart count rising, though their logs show no error.',
    'fault.strict-liveness.remedy': 'Undo the roll-out, or correct the port of the liveness probe.',
    'fault.strict-liveness.explanation':
      'A liveness probe that fails is an order to kill. Asked at a door where nobody listens, it fails for ever. Restarting cannot help: the house was never ill.',
    'fault.never-ready.title': 'Nobody is ever told it is open (readiness probe)',
    'fault.never-ready.symptom':
      'New pods run and are never ready: Unhealthy events, Ready False. The roll-out stands still.',
    'fault.never-ready.remedy': 'Undo the roll-out, or correct the port of the readiness probe.',
    'fault.never-ready.explanation':
      'Readiness decides whether visitors are sent, not whether the container lives. The probe asks at the wrong door, so the pod runs well and is never used. The roll-out waits, and the old pods go on: that is what it is for.',
    'fault.slow-start.title': 'Torn down before it opens (missing startup probe)',
    'fault.slow-start.symptom':
      'New pods never become ready: each is killed some seconds after its start (Unhealthy, Killing), long before its program answers.',
    'fault.slow-start.remedy': 'Undo the roll-out, or add a startup probe that is patient enough.',
    'fault.slow-start.explanation':
      'The new version needs ninety seconds to start; the liveness probe gives it ten. A startup probe holds the other probes back until the first answer. Without it, slow is taken for dead.',
    'faultComponent.image': 'House plans (images)',
    'faultComponent.registry': 'Warehouse (registry)',
    'faultComponent.config': 'Furniture (ConfigMaps, Secrets)',
    'faultComponent.workload': 'Orders (workloads)',
    'faultComponent.probe': 'Inspectors (probes)',
    'faultComponent.scheduler': 'Dispatch room (scheduler)',
    'faultComponent.policy': 'Rules (quotas, budgets, admission)',
    'faultComponent.autoscaler': 'Innkeeper (autoscaler)',
    'faultComponent.network': 'Street signs and names (Services, DNS)',
    'faultComponent.node': 'Villages (nodes)',
    'faultComponent.control-plane': 'Town hall (control plane)',
    'faultComponent.logging': 'Chroniclers (logging)',
    'faultComponent.traffic': 'Visitors (traffic)',
    'teacher.searchFaults': 'Search faults',
    'teacher.noFaultFound': 'No fault of that name.',
    'teacher.faultLevel': 'Level {level} of 3',
  },
  zh: {
    'fault.tight-memory.title': '院子太小（内存上限低于所需）',
    'fault.tight-memory.symptom': '新容器立刻被杀：OOMKilled，退出码 137，接着 CrashLoopBackOff。',
    'fault.tight-memory.remedy': '撤销发布，或把上限（limit）设得高于程序所需。',
    'fault.tight-memory.explanation':
      '上限由内核执行，不讲情面。启动就要 48 MiB 的程序在 8 MiB 里起不来。和内存泄漏不同，它每次都死在一开头。',
    'fault.endless-init.title': '讲不完的开场白（init 容器）',
    'fault.endless-init.symptom': '新小院停在 Init：状况 Initialized 为 False，房子一直是 PodInitializing。',
    'fault.endless-init.remedy': '撤销发布，或者让 init 容器运行一条会结束的命令。',
    'fault.endless-init.explanation':
      'init 容器一个接一个运行，每个都要跑完，其余的才开始。把服务器当 init 容器，永远跑不完；它该做边车（restartPolicy: Always）。',
    'fault.scaled-to-zero.title': '关错了灯（缩容到零）',
    'fault.scaled-to-zero.symptom': 'Deployment 要求 0 个副本：小院陆续离开，路牌（Service）没有指向任何人。',
    'fault.scaled-to-zero.remedy': '把 Deployment 重新扩容。',
    'fault.scaled-to-zero.explanation':
      '什么都没坏：集群做的正是它被告知的事。期望与实际一致，没有哪个循环会来修。只有知道本意的人能修。',
    'fault.deleted-deployment.title': '撕掉的订单（Deployment 被删除）',
    'fault.deleted-deployment.symptom': 'Deployment 没了，它的 ReplicaSet 和小院也跟着没了。Service 没有端点。',
    'fault.deleted-deployment.remedy': '重新提交（apply）这个 Deployment。',
    'fault.deleted-deployment.explanation':
      '主人走了，名下的东西也跟着走：垃圾回收会清掉没有主人的对象。删掉一个小院它会回来；删掉订单就不会，因为没有谁还想要它。',
    'fault.deleted-namespace.title': '误关的街区（命名空间被删除）',
    'fault.deleted-namespace.symptom':
      '命名空间先是 Terminating，然后消失。里面的小院和 Service 一起走了，访客也没了去处。',
    'fault.deleted-namespace.remedy': '按记下来的清单，把命名空间和里面的一切重新提交。',
    'fault.deleted-namespace.explanation':
      '命名空间拥有其中的一切。删它只要一个词，而且收不回来。清单都存在一处的人，一分钟就能重新立起来。',
    'fault.paused-rollout.title': '停工的工地（发布被暂停）',
    'fault.paused-rollout.symptom': '改动已经提交，却什么也不动。状况 Progressing 写着 DeploymentPaused。',
    'fault.paused-rollout.remedy': '恢复发布（resume）。',
    'fault.paused-rollout.explanation':
      '暂停的 Deployment 仍保持规模，但不会把新模板带到镇上。它本来用于攒几处改动一起发。忘了它的人会奇怪药为什么一直不到。',
    'fault.all-at-once.title': '一口气全拆（Recreate 策略）',
    'fault.all-at-once.symptom': '发布期间，这个 Deployment 有一阵一座小院也没有：NoEndpoints。',
    'fault.all-at-once.remedy': '把策略改回 RollingUpdate 并提交。',
    'fault.all-at-once.explanation':
      'Recreate 先拆掉所有旧小院，才盖第一座新的。两个版本绝不能并存时它是对的，别处则每次发布都是一次停业。',
    'fault.cron-pile-up.title': '敲得太勤的钟（CronJob 堆积）',
    'fault.cron-pile-up.symptom': '每分钟开始一个新的 Job，没有一个结束。不久别的小院就没地方了：FailedScheduling。',
    'fault.cron-pile-up.remedy':
      '删除或挂起（suspend）这个 CronJob，它的 Job 会一起走；或者禁止重叠（concurrencyPolicy: Forbid），或者让每个 Job 都会结束（换命令，或设 activeDeadlineSeconds）。',
    'fault.cron-pile-up.explanation':
      '除非 concurrencyPolicy 另有规定，CronJob 不会问上一件活干完没有。干得比间隔还久的活会越堆越多，直到小镇满了。',
    'fault.strict-liveness.title': '敲错门的检查员（存活探针）',
    'fault.strict-liveness.symptom': '好好的房子一再被拆：Unhealthy、Killing，重启次数不断增加，日志里却没有错误。',
    'fault.strict-liveness.remedy': '撤销发布，或改正存活探针的端口。',
    'fault.strict-liveness.explanation':
      '存活探针失败就是一道拆除令。敲一扇没人听的门，它永远失败。重启没有用：房子根本没病。',
    'fault.never-ready.title': '没人知道它开门了（就绪探针）',
    'fault.never-ready.symptom': '新小院在运行，却一直不就绪：有 Unhealthy 事件，Ready 为 False。发布停住不动。',
    'fault.never-ready.remedy': '撤销发布，或改正就绪探针的端口。',
    'fault.never-ready.explanation':
      '就绪与否决定送不送访客，不决定容器死活。探针敲错了门，所以小院跑得好好的却没人用。发布在等，旧小院继续营业：这正是它的用处。',
    'fault.slow-start.title': '没开张就被拆（缺少启动探针）',
    'fault.slow-start.symptom': '新小院从不就绪：每座都在启动后几秒被拆（Unhealthy、Killing），远早于程序能答话。',
    'fault.slow-start.remedy': '撤销发布，或加一个足够有耐心的启动探针。',
    'fault.slow-start.explanation':
      '新版本要九十秒才能启动，存活探针只给它十秒。启动探针会让其他探针等到第一次答话。没有它，慢就被当成了死。',
    'faultComponent.image': '图纸（镜像）',
    'faultComponent.registry': '公共仓库（registry）',
    'faultComponent.config': '家具（ConfigMap、Secret）',
    'faultComponent.workload': '订单（工作负载）',
    'faultComponent.probe': '检查员（探针）',
    'faultComponent.scheduler': '调度室（scheduler）',
    'faultComponent.policy': '规矩（配额、预算、准入）',
    'faultComponent.autoscaler': '掌柜（自动伸缩）',
    'faultComponent.network': '路牌与地址簿（Service、DNS）',
    'faultComponent.node': '村庄（节点）',
    'faultComponent.control-plane': '镇政府（控制平面）',
    'faultComponent.logging': '史官（日志）',
    'faultComponent.traffic': '访客（流量）',
    'teacher.searchFaults': '搜索故障',
    'teacher.noFaultFound': '没有这样的故障。',
    'teacher.faultLevel': '难度 {level}／3',
  },
} as const;
