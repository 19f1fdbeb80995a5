/** Faults of the town hall itself: the ledger's keepers, the API server, the leaders. */
export const faultsPlaneTexts = {
  en: {
    'fault.etcd-member-down.title': 'One keeper of the ledger is away (etcd member down)',
    'fault.etcd-member-down.symptom':
      'One of three members is stopped. Everything works as before: two of three are a majority.',
    'fault.etcd-member-down.remedy': 'Restart the member before a second one fails.',
    'fault.etcd-member-down.explanation':
      'etcd writes a line when the majority has it. Three members bear the loss of one, not of two. Who comes back is told what was missed.',
    'fault.etcd-quorum-lost.title': 'The ledger has lost its majority (etcd quorum lost)',
    'fault.etcd-quorum-lost.symptom':
      'Every request that writes fails: “etcdserver: no leader”. Houses stand and visitors are served, but nothing is replaced, scaled or scheduled, and no node is called NotReady.',
    'fault.etcd-quorum-lost.remedy':
      'Restart the stopped members, or restore a backup: that makes a new cluster of three.',
    'fault.etcd-quorum-lost.explanation':
      'One keeper alone cannot know whether the others agreed on something else, so it writes nothing. What runs on the nodes does not need the ledger to run.',
    'fault.etcd-partition.title': 'A keeper of the ledger is cut off (etcd partition)',
    'fault.etcd-partition.symptom':
      'One member cannot be reached. If it led, nothing is written for a second or two, until the others have elected a leader.',
    'fault.etcd-partition.remedy': 'Repair the member’s road. It then catches up.',
    'fault.etcd-partition.explanation':
      'The side with the majority elects a leader with a higher term and goes on; the side without it steps down. So there are never two ledgers.',
    'fault.etcd-slow-disk.title': 'A keeper writes slowly (etcd slow disk)',
    'fault.etcd-slow-disk.symptom':
      'The leader changes, since a leader that waits for its disk misses its heartbeats. Once a second member is away, every write waits for the slow one.',
    'fault.etcd-slow-disk.remedy': 'Repair the member: a sound disk, which it fills from the leader.',
    'fault.etcd-slow-disk.explanation':
      'Each line must be on the disks of a majority before it counts. With three members the slowest disk does not matter; with two it does.',
    'fault.etcd-quota-full.title': 'The ledger is full (etcd NOSPACE)',
    'fault.etcd-quota-full.symptom':
      'Reading works, every write fails: “mvcc: database space exceeded”. Leases cannot be renewed, so the leaders of the town hall step down.',
    'fault.etcd-quota-full.remedy': 'Three steps, in this order: compact, defragment, disarm the alarm.',
    'fault.etcd-quota-full.explanation':
      'Somebody wrote one object over and over; every version stays until compaction, and the file stays large until defragmentation. The alarm keeps writes out until somebody takes it back.',
    'fault.etcd-restored-old.title': 'The ledger has gone back in time (old backup restored)',
    'fault.etcd-restored-old.symptom':
      'Deployments, Services and settings are as they were at the backup. Newer ones are gone; the controllers rebuild the town as it once was.',
    'fault.etcd-restored-old.remedy':
      'Restore what was put aside at the restore (the newest backup), or apply again what was decided since.',
    'fault.etcd-restored-old.explanation':
      'A backup holds the objects, not the houses. The controllers believe the ledger, and make the world fit it. So a restore is followed by a comparison with what should be.',
    'fault.api-server-down.title': 'The business hall is shut (API server down)',
    'fault.api-server-down.symptom':
      'Every request is refused (connection refused). Houses stand and visitors are served; no node is called NotReady, since nobody can write that either.',
    'fault.api-server-down.remedy': 'Restart the API server.',
    'fault.api-server-down.explanation':
      'The API server is the only door to the ledger. Kubelets go on with the pods they know; controllers and scheduler see and do nothing until it is back.',
    'fault.api-server-overload.title': 'A crowd at the counter (API server overload)',
    'fault.api-server-overload.symptom':
      'Most requests of people are answered 429 Too Many Requests. The town hall and the villages have seats of their own and go on.',
    'fault.api-server-overload.remedy': 'Find who asks without end and limit it. Retrying faster makes it worse.',
    'fault.api-server-overload.explanation':
      'The API server serves so many requests at once (400 and 200). Priority and Fairness keeps seats for the system, so that a script of somebody’s cannot stop the leases.',
    'fault.scheduler-down.title': 'Nobody in the dispatch room (scheduler down)',
    'fault.scheduler-down.symptom':
      'New pods stay Pending, without any event. If a standby is there it takes the lead once the lease of 15 s is over.',
    'fault.scheduler-down.remedy': 'Restart a scheduler.',
    'fault.scheduler-down.explanation':
      'One scheduler leads and renews a Lease every 2 s; the others wait for it to run out. With all of them stopped, nobody binds pods; those that are bound do not notice.',
    'fault.controller-manager-down.title': 'The chief steward is away (controller manager down)',
    'fault.controller-manager-down.symptom':
      'A lost pod is not replaced, scaling has no effect, a silent node is not called NotReady. If a standby is there it takes the lead after 15 s.',
    'fault.controller-manager-down.remedy': 'Restart a controller manager.',
    'fault.controller-manager-down.explanation':
      'All the loops that compare wanted with observed run in one leader. While none leads, the ledger still takes your wishes, and nobody carries them out.',
  },
  zh: {
    'fault.etcd-member-down.title': '一位账本保管员缺勤（etcd 成员停机）',
    'fault.etcd-member-down.symptom': '三位成员停了一位。一切照旧：三位里的两位就是多数。',
    'fault.etcd-member-down.remedy': '趁第二位还没出事，重启这位成员。',
    'fault.etcd-member-down.explanation':
      '一行账要多数成员都记下才算数。三位成员经得起少一位，经不起少两位。回来的那位会补上漏掉的内容。',
    'fault.etcd-quorum-lost.title': '账本失去了多数（etcd 丢失法定人数）',
    'fault.etcd-quorum-lost.symptom':
      '所有写请求都失败：“etcdserver: no leader”。房子还在，访客照样有人接待，但没有替换、没有扩缩、没有调度，也没有哪个节点会被标成 NotReady。',
    'fault.etcd-quorum-lost.remedy': '重启停掉的成员，或者从备份恢复：那会重新组成三位成员的集群。',
    'fault.etcd-quorum-lost.explanation':
      '单独一位保管员无法知道其他人是否商定了别的内容，所以什么也不写。节点上已经在跑的东西，不靠账本也能跑。',
    'fault.etcd-partition.title': '一位账本保管员断了联系（etcd 网络分区）',
    'fault.etcd-partition.symptom':
      '有一位成员联系不上。如果它正是领头的，会有一两秒写不进账，直到其他人选出新的领头人。',
    'fault.etcd-partition.remedy': '修好这位成员的道路，它会自己补课。',
    'fault.etcd-partition.explanation':
      '占多数的一边以更高的任期选出领头人继续工作，占少数的一边自动退位，所以永远不会有两本账。',
    'fault.etcd-slow-disk.title': '一位保管员写得太慢（etcd 慢磁盘）',
    'fault.etcd-slow-disk.symptom':
      '领头人换了：等磁盘的领头人会错过心跳。一旦再少一位成员，每次写入都要等那块慢磁盘。',
    'fault.etcd-slow-disk.remedy': '修复这位成员：换上好磁盘，再由领头人把内容补给它。',
    'fault.etcd-slow-disk.explanation':
      '每一行都要落到多数成员的磁盘上才算数。有三位成员时，最慢的磁盘无关紧要；只剩两位时就要紧了。',
    'fault.etcd-quota-full.title': '账本写满了（etcd NOSPACE）',
    'fault.etcd-quota-full.symptom':
      '能读，但每次写都失败：“mvcc: database space exceeded”。租约无法续期，镇政府的领头人只好退位。',
    'fault.etcd-quota-full.remedy': '按顺序做三步：压缩历史、整理碎片、解除警报。',
    'fault.etcd-quota-full.explanation':
      '有人反复改写同一个对象；压缩之前每个版本都留着，整理碎片之前文件不会变小。警报一直挡着写入，直到有人解除它。',
    'fault.etcd-restored-old.title': '账本回到了过去（恢复了旧备份）',
    'fault.etcd-restored-old.symptom':
      'Deployment、Service 和配置都变回了备份时的样子，后来的都没了；控制器正按从前的样子重建小镇。',
    'fault.etcd-restored-old.remedy': '恢复那次恢复时另存的账本（最新的备份），或者把后来的决定重新 apply 一遍。',
    'fault.etcd-restored-old.explanation':
      '备份里是对象，不是房子。控制器相信账本，会让现实去符合它。所以恢复之后一定要和应有的样子对照一遍。',
    'fault.api-server-down.title': '营业厅关门了（API server 停机）',
    'fault.api-server-down.symptom':
      '所有请求都被拒绝（connection refused）。房子还在，访客照样有人接待；也没有节点变成 NotReady，因为这也没人能写。',
    'fault.api-server-down.remedy': '重启 API server。',
    'fault.api-server-down.explanation':
      'API server 是通往账本的唯一一扇门。kubelet 继续照看已知的 Pod；控制器和调度器在它回来之前看不见，也做不了事。',
    'fault.api-server-overload.title': '柜台前挤满了人（API server 过载）',
    'fault.api-server-overload.symptom':
      '人们的请求大多得到 429 Too Many Requests。镇政府和各村庄有自己的座位，照常工作。',
    'fault.api-server-overload.remedy': '找出问个不停的那位，给它限流。重试得更快只会更糟。',
    'fault.api-server-overload.explanation':
      'API server 同时只受理这么多请求（400 和 200）。优先级与公平机制给系统留了座位，所以谁的脚本也挡不住租约续期。',
    'fault.scheduler-down.title': '调度室没人（调度器停机）',
    'fault.scheduler-down.symptom': '新的 Pod 一直 Pending，连事件都没有。如果有待命的，15 秒的租约一到期它就接手。',
    'fault.scheduler-down.remedy': '重启一个调度器。',
    'fault.scheduler-down.explanation':
      '一个调度器领头，每 2 秒给 Lease 续期，其他的等它过期。全都停了就没人绑定 Pod；已经绑定的不受影响。',
    'fault.controller-manager-down.title': '大总管缺勤（控制器管理器停机）',
    'fault.controller-manager-down.symptom':
      '少了的 Pod 没人补，扩缩没有反应，没了音讯的节点也不会被标成 NotReady。如果有待命的，15 秒后它会接手。',
    'fault.controller-manager-down.remedy': '重启一个控制器管理器。',
    'fault.controller-manager-down.explanation':
      '所有比较“想要”和“实际”的循环都在一个领头人里运行。没人领头时，账本照样记下你的愿望，只是没人去办。',
  },
} as const;
