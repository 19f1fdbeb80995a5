/** Texts: faults of house plans (images). */
export const faultsImagesTexts = {
  en: {
    'fault.wrong-tag.title': 'A plan that was never drawn (image tag not found)',
    'fault.wrong-tag.symptom':
      'The new pods wait: ErrImagePull, then ImagePullBackOff. The old ones stay open, and the roll-out stands still.',
    'fault.wrong-tag.remedy': 'Undo the roll-out, or push an image under that tag.',
    'fault.wrong-tag.explanation':
      'A tag is only a name. The kubelet asks the registry for it, and the registry has no such manifest. A rolling update does not take down good pods before new ones are ready, so a typing error costs no visitor, only time.',
    'fault.wrong-command.title': 'A door painted on the wall (command not found, StartError)',
    'fault.wrong-command.symptom':
      'New containers end before they begin: StartError, exit code 128, no such file or directory. Their logs are empty.',
    'fault.wrong-command.remedy': 'Undo the roll-out, or build an image whose CMD names a program that is in it.',
    'fault.wrong-command.explanation':
      'CMD is only written down when an image is built; nobody tries it. At the start the runtime looks for that file, finds none, and there is no process that could write a log: what went wrong stands in the pod’s state and events. 128 is the kubelet’s code for it; a shell that cannot find a command says 127.',
    'fault.wrong-architecture.title': 'A house for another ground (wrong architecture)',
    'fault.wrong-architecture.symptom':
      'New containers end at once with exit code 255; the log says exec format error.',
    'fault.wrong-architecture.remedy': 'Undo the roll-out, or build the image for the nodes’ own platform.',
    'fault.wrong-architecture.explanation':
      'An image holds machine code for one kind of processor. Built on an arm64 laptop it does not run on amd64 nodes: the kernel cannot read the program. Pull and scheduling look well, because nobody reads it before the start.',
    'fault.slow-release.title': 'A house that works twice (slow release)',
    'fault.slow-release.symptom':
      'All pods are ready, nothing restarts, and visitors are lost as Overloaded since the last roll-out.',
    'fault.slow-release.remedy': 'Undo the roll-out. Scaling up helps for a while and costs more.',
    'fault.slow-release.explanation':
      'The new program serves a third of the requests that the old one did: somebody left debugging on. Probes only ask whether it answers, not how many. Compare the loss with the time of the roll-out.',
    'fault.look-alike-image.title': 'A stranger with a familiar name (look-alike image)',
    'fault.look-alike-image.symptom':
      'Pods run and are ready, but serve few visitors. The image comes from libary/, not library/.',
    'fault.look-alike-image.remedy':
      'Undo the roll-out, and look at every letter of an image name. Sign images and demand signatures.',
    'fault.look-alike-image.explanation':
      'Anybody may take a name that looks like a known one (typosquatting) and put a program behind it that also works for its owner, here a miner. It answers its probes. Only the name gives it away.',
  },
  zh: {
    'fault.wrong-tag.title': '从没画过的图纸（镜像标签不存在）',
    'fault.wrong-tag.symptom':
      '新小院（Pod）一直等着：先是 ErrImagePull，再是 ImagePullBackOff。旧的还开着，发布停在半路。',
    'fault.wrong-tag.remedy': '撤销发布（undo rollout），或者把镜像推送到那个标签下。',
    'fault.wrong-tag.explanation':
      '标签只是一个名字。kubelet 向公共仓库要它，仓库里却没有这份清单（manifest）。滚动更新在新小院就绪之前不会拆掉好的，所以打错一个字不丢访客，只丢时间。',
    'fault.wrong-command.title': '画在墙上的门（找不到命令，StartError）',
    'fault.wrong-command.symptom': '新容器还没启动就结束：StartError，退出码 128，没有这个文件。日志是空的。',
    'fault.wrong-command.remedy': '撤销发布，或者构建一个 CMD 指向真实程序的镜像。',
    'fault.wrong-command.explanation':
      '构建镜像时 CMD 只是被记下来，没有人试过它。启动时运行时去找那个文件，找不到，也就没有进程能写日志：出了什么错，写在小院（Pod）的状态和事件里。128 是 kubelet 记下的退出码；shell 找不到命令时说的是 127。',
    'fault.wrong-architecture.title': '盖给别处地基的房子（架构不符）',
    'fault.wrong-architecture.symptom': '新容器立刻结束，退出码 255；日志写着 exec format error。',
    'fault.wrong-architecture.remedy': '撤销发布，或者按节点自己的平台重新构建镜像。',
    'fault.wrong-architecture.explanation':
      '镜像里的机器码只适合一种处理器。在 arm64 的笔记本上构建的镜像，amd64 的节点跑不了：内核读不懂这个程序。拉取和调度看上去都正常，因为启动之前没有人读过它。',
    'fault.slow-release.title': '干双份活的房子（变慢的版本）',
    'fault.slow-release.symptom': '小院全都就绪，也没有重启，可是从上次发布起访客就因过载（Overloaded）流失。',
    'fault.slow-release.remedy': '撤销发布。扩容只能顶一阵，而且更贵。',
    'fault.slow-release.explanation':
      '新程序能接待的请求只有旧的三分之一：有人忘了关调试模式。探针只问它答不答，不问它能答多少。把流失开始的时间和发布的时间对一对。',
    'fault.look-alike-image.title': '名字眼熟的陌生人（仿冒镜像）',
    'fault.look-alike-image.symptom': '小院在运行、也就绪，却接待不了几个访客。镜像来自 libary/，而不是 library/。',
    'fault.look-alike-image.remedy': '撤销发布，并把镜像名逐字看清楚。给镜像签名，并要求验签。',
    'fault.look-alike-image.explanation':
      '谁都可以占用一个看着像的名字（typosquatting），在后面放一个顺便替自己干活的程序，这里是挖矿。它照样回答探针，只有名字会露馅。',
  },
} as const;
