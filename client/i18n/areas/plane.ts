/** Texts of the town hall itself: API server, leaders and standbys, the ledger vault. */
export const planeTexts = {
  en: {
    'plane.title': 'The town hall itself (control plane)',
    'plane.hint':
      'Business hall (API server), dispatch room (scheduler), chief steward (controller manager) and the ledger vault (etcd). While they are away the houses go on; nothing new is decided.',
    'plane.open': 'The business hall is open: requests are taken.',
    'plane.apiServerDown': 'The business hall is shut: nobody can ask for anything.',
    'plane.noLeader': 'The ledger has no leader: no line is written.',
    'plane.timedOut': 'Too few keepers of the ledger answer: no line is written.',
    'plane.slow': 'The ledger waits for a slow disk.',
    'plane.noSpace': 'The ledger is full (NOSPACE): it can be read, not written.',
    'plane.state.running': 'works',
    'plane.state.stopped': 'stopped',
    'plane.state.starting': 'starting: {time} left',
    'plane.role.leads': 'leads',
    'plane.role.standby': 'stands by',
    'plane.member.leader': 'leads (term {term})',
    'plane.member.follower': 'follows',
    'plane.member.behind': 'catches up',
    'plane.member.cut': 'cut off',
    'plane.member.slow': 'slow disk',
    'plane.restart': 'Restart',
    'plane.stop': 'Stop',
    'plane.repair': 'Repair',
    'plane.ledger': 'Ledger vault (etcd)',
    'plane.size': 'File: {used} of {quota} (quota)',
    'plane.restoring': 'Coming back from a backup: {time} left',
    'plane.backup': 'Back up',
    'plane.compact': 'Compact',
    'plane.defrag': 'Defragment',
    'plane.disarm': 'Disarm the alarm',
    'plane.restore': 'Restore',
    'plane.backups': 'Backups',
    'plane.noBackups': 'No backup was taken yet.',
    'plane.backupOf': '{name}: as of {time}, by {who}',
    'plane.noisy': '{name} asks {count} times a second',
    'plane.limit': 'Limit it',
    'plane.notNow': 'Not while it is starting',
    'plane.noAlarm': 'No alarm is armed',

    'kind.EtcdMember': 'Keeper of the ledger (etcd member)',
    'event.LeaderElection': 'The town hall’s {name} takes the lead (LeaderElection)',
    'event.EtcdLeaderElected': '{member} leads the keepers of the ledger now (etcd, term {term})',

    'verb.restartComponent': 'Restart {component}',
    'verbName.restartComponent': 'restart component',
    'verb.stopComponent': 'Stop {component}',
    'verbName.stopComponent': 'stop component',
    'verb.repairEtcdMember': 'Mend the road of {member}, or give it a sound disk',
    'verbName.repairEtcdMember': 'repair member',
    'verb.backupEtcd': 'Copy the ledger (etcdctl snapshot save)',
    'verbName.backupEtcd': 'back up',
    'verb.restoreEtcd': 'Put the ledger back to {backup} (snapshot restore)',
    'verbName.restoreEtcd': 'restore',
    'verb.compactEtcd': 'Forget the ledger’s old history (etcdctl compact)',
    'verbName.compactEtcd': 'compact',
    'verb.defragEtcd': 'Give the disk back what was freed (etcdctl defrag)',
    'verbName.defragEtcd': 'defragment',
    'verb.disarmEtcd': 'Take the NOSPACE alarm back (etcdctl alarm disarm)',
    'verbName.disarmEtcd': 'disarm',
    'verb.limitClient': 'Limit {client} (FlowSchema)',
    'verbName.limitClient': 'limit client',

    'refusal.apiServerDown':
      'The business hall (API server) is shut: the connection was refused. What runs goes on; restart the API server to ask for more.',
    'refusal.etcdNoLeader':
      'The keepers of the ledger have no leader (etcdserver: no leader). Two of three must answer before a line is written.',
    'refusal.etcdTimedOut':
      'The ledger did not take the line in time (etcdserver: request timed out). Two of three keepers must agree.',
    'refusal.etcdSlow': 'The ledger waits for a slow disk (etcdserver: request timed out). Try again in a moment.',
    'refusal.etcdNoSpace':
      'The ledger is full (etcdserver: mvcc: database space exceeded). Compact, defragment, then disarm the alarm.',
    'refusal.nobodyLeads':
      'Nobody leads as {component}: its lease is held by none of its instances. Start one, or wait until the standby takes over.',
    'refusal.noSeatLeft':
      'Too many requests (429): every seat for people like you is taken. Retry after {retryAfterSeconds} s, or limit whoever asks without end.',
    'refusal.notYourComponent': 'From the dispatch room only schedulers can be restarted, not {name}',
    'refusal.componentStarting': '{name} is starting already: {ticks} s left',
    'refusal.componentStopped': '{name} is stopped already',
    'refusal.memberSound': 'Disk and road of {name} are sound: there is nothing to repair',
    'refusal.etcdRestoring': 'The ledger is being put back from a backup: wait until it is there',
    'refusal.etcdUnavailable':
      'The keepers of the ledger do not answer (context deadline exceeded): without a majority nothing can be asked of them',
    'refusal.alreadyCompacted': 'The ledger has no history before revision {revision}: it has been compacted already',
    'refusal.noAlarm': 'No alarm is armed',

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
    'plane.title': '市政厅自身（控制面）',
    'plane.hint':
      '营业厅（API server）、调度室（scheduler）、大总管（controller manager）和账本库（etcd）。它们不在时房子照常营业，只是再没有新的决定。',
    'plane.open': '营业厅开着：请求照常受理。',
    'plane.apiServerDown': '营业厅关门了：谁也提不了请求。',
    'plane.noLeader': '账本没有领头人：一行也写不进去。',
    'plane.timedOut': '应答的账本保管员太少：一行也写不进去。',
    'plane.slow': '账本在等一块慢磁盘。',
    'plane.noSpace': '账本写满了（NOSPACE）：能读，不能写。',
    'plane.state.running': '在岗',
    'plane.state.stopped': '已停止',
    'plane.state.starting': '正在启动：还要 {time}',
    'plane.role.leads': '领头',
    'plane.role.standby': '待命',
    'plane.member.leader': '领头（任期 {term}）',
    'plane.member.follower': '跟随',
    'plane.member.behind': '正在补课',
    'plane.member.cut': '断了联系',
    'plane.member.slow': '磁盘慢',
    'plane.restart': '重启',
    'plane.stop': '停止',
    'plane.repair': '修复',
    'plane.ledger': '账本库（etcd）',
    'plane.size': '文件：{used}，配额 {quota}',
    'plane.restoring': '正在从备份恢复：还要 {time}',
    'plane.backup': '备份',
    'plane.compact': '压缩历史',
    'plane.defrag': '整理碎片',
    'plane.disarm': '解除警报',
    'plane.restore': '恢复',
    'plane.backups': '备份',
    'plane.noBackups': '还没有做过备份。',
    'plane.backupOf': '{name}：{time} 时的账本，由 {who} 备份',
    'plane.noisy': '{name} 每秒来问 {count} 次',
    'plane.limit': '给它限流',
    'plane.notNow': '它正在启动',
    'plane.noAlarm': '没有警报',

    'kind.EtcdMember': '账本保管员（etcd 成员）',
    'event.LeaderElection': '市政厅的 {name} 当上了领头人（LeaderElection）',
    'event.EtcdLeaderElected': '现在由 {member} 领头保管账本（etcd，任期 {term}）',

    'verb.restartComponent': '重启 {component}',
    'verbName.restartComponent': '重启组件',
    'verb.stopComponent': '停止 {component}',
    'verbName.stopComponent': '停止组件',
    'verb.repairEtcdMember': '修好 {member} 的道路，或给它换一块好磁盘',
    'verbName.repairEtcdMember': '修复成员',
    'verb.backupEtcd': '抄一份账本（etcdctl snapshot save）',
    'verbName.backupEtcd': '备份',
    'verb.restoreEtcd': '把账本恢复到 {backup}（snapshot restore）',
    'verbName.restoreEtcd': '恢复',
    'verb.compactEtcd': '忘掉账本的旧历史（etcdctl compact）',
    'verbName.compactEtcd': '压缩历史',
    'verb.defragEtcd': '把腾出的空间还给磁盘（etcdctl defrag）',
    'verbName.defragEtcd': '整理碎片',
    'verb.disarmEtcd': '解除 NOSPACE 警报（etcdctl alarm disarm）',
    'verbName.disarmEtcd': '解除警报',
    'verb.limitClient': '给 {client} 限流（FlowSchema）',
    'verbName.limitClient': '限流',

    'refusal.apiServerDown':
      '营业厅（API server）关门了：连接被拒绝。已经在跑的照常运行；想再提请求，先重启 API server。',
    'refusal.etcdNoLeader': '账本保管员没有领头人（etcdserver: no leader）。三位里要有两位应答，才能写下一行。',
    'refusal.etcdTimedOut': '账本没能及时写下这一行（etcdserver: request timed out）。三位保管员里要有两位同意。',
    'refusal.etcdSlow': '账本在等一块慢磁盘（etcdserver: request timed out）。稍后再试。',
    'refusal.etcdNoSpace':
      '账本写满了（etcdserver: mvcc: database space exceeded）。先压缩历史，再整理碎片，最后解除警报。',
    'refusal.nobodyLeads': '{component} 没有领头人：它的租约不在任何一个实例手里。启动一个，或者等待命的那个接手。',
    'refusal.noSeatLeft':
      '请求太多（429）：留给普通人的座位全满了。{retryAfterSeconds} 秒后再试，或者给问个不停的那位限流。',
    'refusal.notYourComponent': '调度室只能重启调度器，不能重启 {name}',
    'refusal.componentStarting': '{name} 已经在启动了：还要 {ticks} 秒',
    'refusal.componentStopped': '{name} 已经停了',
    'refusal.memberSound': '{name} 的磁盘和道路都是好的：没什么可修',
    'refusal.etcdRestoring': '账本正在从备份恢复：等它回来',
    'refusal.etcdUnavailable': '账本保管员没有应答（context deadline exceeded）：不到半数以上，什么也问不到',
    'refusal.alreadyCompacted': '账本在版本 {revision} 之前没有历史：已经压缩过了',
    'refusal.noAlarm': '没有警报可以解除',

    'fault.etcd-member-down.title': '一位账本保管员缺勤（etcd 成员停机）',
    'fault.etcd-member-down.symptom': '三位成员停了一位。一切照旧：三位里的两位就是多数。',
    'fault.etcd-member-down.remedy': '趁第二位还没出事，重启这位成员。',
    'fault.etcd-member-down.explanation':
      '一行账要多数成员都记下才算数。三位成员经得起少一位，经不起少两位。回来的那位会补上漏掉的内容。',
    'fault.etcd-quorum-lost.title': '账本失去了多数（etcd 丢失法定人数）',
    'fault.etcd-quorum-lost.symptom':
      '所有写请求都失败：“etcdserver: no leader”。房子还在，游客照样有人接待，但没有替换、没有扩缩、没有调度，也没有哪个节点会被标成 NotReady。',
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
      '能读，但每次写都失败：“mvcc: database space exceeded”。租约无法续期，市政厅的领头人只好退位。',
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
      '所有请求都被拒绝（connection refused）。房子还在，游客照样有人接待；也没有节点变成 NotReady，因为这也没人能写。',
    'fault.api-server-down.remedy': '重启 API server。',
    'fault.api-server-down.explanation':
      'API server 是通往账本的唯一一扇门。kubelet 继续照看已知的 Pod；控制器和调度器在它回来之前看不见，也做不了事。',
    'fault.api-server-overload.title': '柜台前挤满了人（API server 过载）',
    'fault.api-server-overload.symptom':
      '人们的请求大多得到 429 Too Many Requests。市政厅和各村庄有自己的座位，照常工作。',
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
