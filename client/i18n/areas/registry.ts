/** Words of building and shipping: what is wrong with a blueprint, why the registry says no, what happened. */
export const registryTexts = {
  en: {
    'refusal.dockerfileEmpty': 'The blueprint (Dockerfile) is empty. It begins with FROM: the house to build upon.',
    'refusal.dockerfileNoFrom':
      'The blueprint (Dockerfile) has no FROM. Every image stands on a base image, or on scratch.',
    'refusal.dockerfileBeforeFrom':
      'Line {line}: {instruction} stands before FROM. Name the base image first; only ARG may come earlier.',
    'refusal.dockerfileUnknownInstruction':
      'Line {line}: there is no instruction {instruction}. A Dockerfile line begins with one of: {known}.',
    'refusal.dockerfileNoArguments': 'Line {line}: {instruction} needs something after it.',
    'refusal.dockerfileFromForm': 'Line {line}: FROM takes an image, or an image AS a name for the stage.',
    'refusal.dockerfileStageName':
      'Line {line}: "{name}" cannot name a build stage. It begins with a letter; then letters, digits, - _ and . may follow.',
    'refusal.dockerfileCopyArguments':
      'Line {line}: {instruction} says what to carry in and where to put it: {instruction} source destination.',
    'refusal.dockerfileCopyDirectory':
      'Line {line}: {instruction} of several sources needs a directory to put them in; end "{destination}" with a slash.',
    'refusal.dockerfileCopyMissing': 'Line {line}: "{source}" is not in the yard (build context). There is: {known}.',
    'refusal.dockerfileUnknownFlag': 'Line {line}: {instruction} knows no flag {flag}. It knows: {known}',
    'refusal.dockerfileFlagValue':
      'Line {line}: {flag} cannot be "{value}". Times are written like 30s or 1m30s, numbers like 3.',
    'refusal.dockerfilePairs': 'Line {line}: {instruction} takes NAME=value; "{word}" is not of that form.',
    'refusal.dockerfilePort':
      'Line {line}: "{port}" is no port to EXPOSE. A port is a number from 1 to 65535, and a house opens 16 at most.',
    'refusal.dockerfileHealthcheck':
      'Line {line}: HEALTHCHECK takes NONE, or CMD and the command that knocks at the door; not "{text}".',
    'refusal.dockerfileVariable': 'Line {line}: a variable in "{word}" cannot be filled in: {why}.',
    'refusal.dockerfileBaseUnknown':
      'Line {line}: no house plan (image) "{image}" in the backpack or in the registry. Check the name and the tag.',
    'refusal.dockerfileStyle': 'Line {line}: nobody draws houses of style "{style}". There is: {known}.',
    'refusal.dockerfileTooLong':
      'Line {line}: the blueprint makes too much of an image. At most {most} instructions, layers or files; join RUN commands with &&, and copy only what is needed.',
    'refusal.dockerfileTooLarge':
      'Line {line}: {instruction} writes more into the image than it may hold: at most {most}, in characters or in pieces.',
    'refusal.dockerfileDirective':
      'Line {line}: the directive {directive} cannot be "{value}" here. Each stands once, at the very top; escape is \\ or `.',
    'refusal.dockerfileJsonStrings':
      'Line {line}: a command as a list (JSON form) holds texts in double quotes only: {text}',
    'refusal.dockerfileHeredocOpen':
      'Line {line}: the heredoc <<{name} never ends. A line that is {name} and nothing else ends it.',
    'refusal.dockerfileHeredocPlace':
      'Line {line}: a heredoc can be what {instruction} carries in, not where it is put.',
    'refusal.dockerfileShellForm': 'Line {line}: SHELL takes a list (JSON form), like ["/bin/bash", "-c"]; not {text}',
    'refusal.dockerfileOnbuild':
      'Line {line}: ONBUILD leaves an instruction for whoever builds on this house (image); {trigger} cannot be left.',
    'refusal.dockerfileBlankName': 'Line {line}: {instruction} needs a name before the =.',
    'refusal.dockerfileFlagTwice': 'Line {line}: {instruction} has the flag {flag} twice.',
    'refusal.dockerfileStageUnknown':
      'Line {line}: COPY --from={name}: there is no such stage before this one. Stages count from 0, or have the name after AS.',
    'refusal.dockerfileTarget':
      'The blueprint has no stage {target} (--target). A stage gets its name by FROM ... AS name.',
    'refusal.dockerignorePattern':
      '.dockerignore: "{pattern}" is no pattern. Brackets must be closed, and ! must name something.',
    'refusal.dockerfileRunFailed': 'Line {line}: RUN {command} fails with exit code {code}: {words}',
    'refusal.tagInvalid':
      '"{reference}" cannot name an image. A name is lower case: team/house:tag, and a tag carries no digest.',
    'refusal.alreadyBuilding': '{reference} is being built already. Wait for it, or build under another tag.',
    'refusal.tooManyBuilds': 'The workshop carries out {most} builds at a time. Wait for one to end.',
    'refusal.backpackFull': 'The backpack (local image store) is full: {most} tags. Build under a tag that you have.',
    'refusal.imageNotLocal':
      '{reference} is not in the backpack (local image store). Build it first: docker push ships what docker build made.',
    'refusal.alreadyPushing': '{reference} is on its way to the registry already.',
    'refusal.registryUnknown': 'There is no registry at {domain}. Ours is Docker Hub, docker.io, and needs no address.',
    'refusal.pushDenied':
      'Denied (403): the shelf {owner}/ belongs to another team. Everyone may pull; you push to {namespace}/ only.',
    'refusal.pushDeniedOfficial':
      'Denied (403): library/ holds the official images, and a name without a team means library/. Push to {namespace}/.',
    'refusal.registryDown':
      'The warehouse (registry) is closed: 503. Houses that stand are not touched. Restart the registry.',
    'refusal.registryNotDown': 'The warehouse (registry) is open; there is nothing to restart.',
    'refusal.registryStarting': 'The warehouse (registry) is starting: {ticks} seconds more.',
    'refusal.imageSigned': '{reference} is signed already. A signature is for one digest: a new push needs a new one.',
    'refusal.imageQuarantined': '{reference} is in quarantine already: the keeper (registry) hands it out to nobody.',
    'refusal.imageNotQuarantined': '{reference} is not in quarantine.',
    'refusal.tagImmutable':
      '{reference} stands already, and the tags of this shelf (repository) are immutable. Push under a new tag.',
    'refusal.registryBusy':
      'Uploads are on their way: garbage collection could take layers that no manifest holds yet. Wait for them.',
    'refusal.noRegistryGarbage':
      'The registry holds no garbage: every layer (blob) belongs to a manifest and is what its digest says.',
    'refusal.imageNotPinned':
      'Pod {name}: the policy lets in digests only, and {image} is a tag, which may point elsewhere tomorrow. Write it with @sha256:...',
    'refusal.imageUnknown': 'Pod {name}: the registry has no {image}, so nobody can say whether it may come in.',
    'refusal.imageUnsigned':
      'Pod {name}: {image} carries no signature of {namespace}, and the policy wants one. Sign it, or use a signed one.',
    'refusal.imageVulnerable':
      'Pod {name}: the scan of {image} finds {count} weaknesses that the policy refuses, first {id} ({severity}) in {package}. Build it anew with {package} {fixedIn} or newer.',
    'push.TagImmutable': 'the tag stands already, and tags of this shelf are immutable',
    'pull.pulling': 'on its way',
    'pull.pulled': 'arrived',
    'pull.Cancelled': 'cut off: whoever asked for it went down',
    'pull.Unavailable': 'the registry did not answer',
    'pull.NotFound': 'no such image',
    'pull.Throttled': 'the kubelet asks for no more images this second (registryPullQPS)',
    'pull.NoRuntime': 'the container runtime does not answer',
    'pull.TooManyRequests': '429: the pull rate limit is used up',
    'pull.Quarantined': '403: the image is in quarantine',
    'pull.BlobUnknown': 'a layer is missing in the registry',
    'pull.DigestMismatch': 'a layer is not what its digest says (corrupted)',
    'event.GarbageCollected':
      'The registry was cleared: {blobs} layers (blobs) and {manifests} manifests went, {bytes} bytes.',
    'fault.corrupted-layer.title': 'A rotten brick (corrupted layer)',
    'fault.corrupted-layer.symptom':
      'Villages that have the layer go on; one that must pull it gets ErrImagePull: unexpected commit digest.',
    'fault.corrupted-layer.remedy':
      'Let the keeper clear the registry (garbage collection throws the bad layer out), then push the image again from the backpack. Where the backpack has another by now and the tags are nailed down, take the tag down first.',
    'fault.corrupted-layer.explanation':
      "A bit flipped on the registry's disk. A digest is computed from the content, so whoever pulls sees at once that this is not what was pushed, and refuses it. Trying again cannot help.",
    'fault.poisoned-push.title': 'A poisoned push (moved tag)',
    'fault.poisoned-push.symptom':
      'Some pods of one Deployment run well and others, with the same tag, end again and again: their image digests differ.',
    'fault.poisoned-push.remedy':
      'Trace the digest, put it in quarantine, push the good image again or pin the Deployment to its digest; where the tags are nailed down by now, only the digest is left.',
    'fault.poisoned-push.explanation':
      'Somebody pushed a bad image under a tag that is in use. A tag is only a pointer: villages that pulled before keep the good house, those that pull later get the bad one. Digests, signatures and immutable tags are the defence.',
    'papers.title': 'Papers',
    'papers.signed': 'signed',
    'papers.unsigned': 'unsigned',
    'papers.quarantined': 'in quarantine',
    'papers.findings': '{count} holes',
    'papers.sign': 'Sign',
    'papers.quarantine': 'Quarantine',
    'papers.release': 'Lift the quarantine',
    'papers.fix': 'Nail the tags down',
    'papers.loosen': 'Let the tags move',
    'papers.deleteTag': 'Take the tag down',
    'papers.clean': 'The scan finds nothing.',
    'papers.finding': '{id} ({severity}): {name} {version}, mended in {fixedIn}',
    'papers.trace': 'Where this brick (digest) went',
    'papers.pull': '{tick} s: pulled to village (node) {node}: {outcome}',
    'papers.run': '{from} s to {to} s: ran in pod {pod}, village (node) {node}',
    'admission.title': 'Which images may come in (admission policy)',
    'admission.requireSignature': 'signed ones only',
    'admission.digestsOnly': 'pinned by digest only',
    'admission.refuseSeverity': 'refuse weaknesses from',
    'admission.all': 'none',
    'push.RegistryUnavailable': 'the registry closed on the way (503)',
    'event.Built': '{image} is built and in the backpack (local image store): digest {digest}, {steps} steps.',
    'event.Pushed':
      '{image} is in the registry: digest {digest}, {layers} layers, {skipped} of them were there already.',
    'event.PushFailed': 'Pushing {image} failed ({reason}). Layers that arrived stay, and need not be sent again.',
    'event.RegistryDown':
      'The warehouse (registry) is closed. Nothing can be pulled or pushed; houses that stand go on serving.',
    'event.RegistryUp': 'The warehouse (registry) is open again.',
  },
  zh: {
    'refusal.dockerfileEmpty': '图纸（Dockerfile）是空的。它以 FROM 开头：在哪座房子上接着盖。',
    'refusal.dockerfileNoFrom': '图纸（Dockerfile）里没有 FROM。每个镜像都建在一个基础镜像上，或者建在 scratch 上。',
    'refusal.dockerfileBeforeFrom': '第 {line} 行：{instruction} 写在了 FROM 前面。先写基础镜像；只有 ARG 可以更早。',
    'refusal.dockerfileUnknownInstruction':
      '第 {line} 行：没有 {instruction} 这条指令。Dockerfile 的每一行以这些词之一开头：{known}。',
    'refusal.dockerfileNoArguments': '第 {line} 行：{instruction} 后面还要写点什么。',
    'refusal.dockerfileFromForm': '第 {line} 行：FROM 后面写一个镜像，或者“镜像 AS 阶段名”。',
    'refusal.dockerfileStageName':
      '第 {line} 行：“{name}”不能作构建阶段的名字。要以字母开头，后面可以是字母、数字、- _ 和 .。',
    'refusal.dockerfileCopyArguments':
      '第 {line} 行：{instruction} 要说明搬什么、放到哪里：{instruction} 来源 目的地。',
    'refusal.dockerfileCopyDirectory':
      '第 {line} 行：{instruction} 多个来源时要放进一个目录，请在“{destination}”末尾加上斜杠。',
    'refusal.dockerfileCopyMissing': '第 {line} 行：料场（构建上下文）里没有“{source}”。现有：{known}。',
    'refusal.dockerfileUnknownFlag': '第 {line} 行：{instruction} 没有 {flag} 这个选项。它认识的是：{known}',
    'refusal.dockerfileFlagValue': '第 {line} 行：{flag} 不能是“{value}”。时间写成 30s 或 1m30s，数目写成 3。',
    'refusal.dockerfilePairs': '第 {line} 行：{instruction} 要写成 名字=值，“{word}”不是这个样子。',
    'refusal.dockerfilePort':
      '第 {line} 行：“{port}”不是能 EXPOSE 的端口。端口是 1 到 65535 的数，一座房子最多开 16 个。',
    'refusal.dockerfileHealthcheck':
      '第 {line} 行：HEALTHCHECK 后面写 NONE，或者写 CMD 和敲门用的命令，不能写“{text}”。',
    'refusal.dockerfileVariable': '第 {line} 行：“{word}”里的变量填不出来：{why}。',
    'refusal.dockerfileBaseUnknown':
      '第 {line} 行：背包和公共仓库（registry）里都没有图纸（镜像）“{image}”。请检查名字和标签。',
    'refusal.dockerfileStyle': '第 {line} 行：没有人会画“{style}”样式的房子。现有：{known}。',
    'refusal.dockerfileTooLong':
      '第 {line} 行：这张图纸做出的镜像太大了。指令、层或文件最多 {most} 个：请用 && 把 RUN 命令合起来，只复制用得着的文件。',
    'refusal.dockerfileTooLarge': '第 {line} 行：{instruction} 往镜像里写得太多了，最多 {most} 个字符（或项）。',
    'refusal.dockerfileDirective':
      '第 {line} 行：指示 {directive} 在这里不能是“{value}”。每个指示只写一次，写在最上面；escape 只能是 \\ 或 `。',
    'refusal.dockerfileJsonStrings': '第 {line} 行：列表形式（JSON）的命令里只能放双引号中的文字：{text}',
    'refusal.dockerfileHeredocOpen': '第 {line} 行：heredoc <<{name} 没有结尾。要有一行只写 {name}，它才结束。',
    'refusal.dockerfileHeredocPlace': '第 {line} 行：heredoc 可以是 {instruction} 要搬的东西，不能是放的地方。',
    'refusal.dockerfileShellForm':
      '第 {line} 行：SHELL 要写成列表（JSON 形式），例如 ["/bin/bash", "-c"]，不能写 {text}',
    'refusal.dockerfileOnbuild':
      '第 {line} 行：ONBUILD 把一条指令留给在这座房子（镜像）上接着盖的人；{trigger} 不能这样留。',
    'refusal.dockerfileBlankName': '第 {line} 行：{instruction} 的 = 前面要有名字。',
    'refusal.dockerfileFlagTwice': '第 {line} 行：{instruction} 的选项 {flag} 写了两次。',
    'refusal.dockerfileStageUnknown':
      '第 {line} 行：COPY --from={name}：前面没有这个阶段。阶段从 0 数起，或者用 AS 后面的名字。',
    'refusal.dockerfileTarget': '图纸里没有名叫 {target} 的阶段（--target）。阶段用 FROM ... AS 名字 来取名。',
    'refusal.dockerignorePattern': '.dockerignore 里的“{pattern}”不是合法的模式。方括号要成对，! 后面要有内容。',
    'refusal.dockerfileRunFailed': '第 {line} 行：RUN {command} 失败，退出码 {code}：{words}',
    'refusal.tagInvalid': '“{reference}”不能作镜像的名字。名字用小写：队名/房子:标签，标签里不带摘要。',
    'refusal.alreadyBuilding': '{reference} 正在构建。请等它完成，或者换一个标签。',
    'refusal.tooManyBuilds': '工坊同时只能进行 {most} 个构建，请等其中一个结束。',
    'refusal.backpackFull': '背包（本地镜像库）满了：已有 {most} 个标签。请用已有的标签来构建。',
    'refusal.imageNotLocal':
      '背包（本地镜像库）里没有 {reference}。请先构建：docker push 运走的是 docker build 做好的镜像。',
    'refusal.alreadyPushing': '{reference} 已经在运往公共仓库的路上了。',
    'refusal.registryUnknown': '{domain} 那里没有公共仓库。我们用的是 Docker Hub（docker.io），不必写地址。',
    'refusal.pushDenied': '拒绝（403）：货架 {owner}/ 是别的队的。人人都可以拉取，但你们只能推送到 {namespace}/。',
    'refusal.pushDeniedOfficial':
      '拒绝（403）：library/ 里放的是官方镜像，不写队名就是 library/。请推送到 {namespace}/。',
    'refusal.registryDown': '公共仓库（registry）关门了：503。已经盖好的房子不受影响。请重启仓库。',
    'refusal.registryNotDown': '公共仓库（registry）正开着，不用重启。',
    'refusal.registryStarting': '公共仓库（registry）正在启动，还要 {ticks} 秒。',
    'refusal.imageSigned': '{reference} 已经签过名了。签名只对应一个摘要：重新推送后要重新签。',
    'refusal.imageQuarantined': '{reference} 已经在隔离中：仓库管理员（registry）不再发给任何人。',
    'refusal.imageNotQuarantined': '{reference} 没有被隔离。',
    'refusal.tagImmutable': '{reference} 已经有了，而这个货架（repository）的标签不可改动。请换一个新标签推送。',
    'refusal.registryBusy':
      '还有东西正在上传：这时做垃圾回收，可能把还没有清单（manifest）认领的层收走。请等它们到齐。',
    'refusal.noRegistryGarbage': '公共仓库里没有垃圾：每一层（blob）都属于某个清单，内容也都和摘要相符。',
    'refusal.imageNotPinned':
      '小院（Pod）{name}：准入策略只收摘要，而 {image} 是标签，明天可能指向别处。请写成 @sha256:... 的形式。',
    'refusal.imageUnknown': '小院（Pod）{name}：公共仓库里没有 {image}，没人说得准能不能让它进来。',
    'refusal.imageUnsigned':
      '小院（Pod）{name}：{image} 没有 {namespace} 的签名，而准入策略要求签名。请先签名，或换用签过名的镜像。',
    'refusal.imageVulnerable':
      '小院（Pod）{name}：扫描 {image} 发现 {count} 个准入策略不允许的漏洞，第一个是 {package} 的 {id}（{severity}）。请用 {package} {fixedIn} 或更新的版本重新构建。',
    'push.TagImmutable': '这个标签已经有了，而这个货架的标签不可改动',
    'pull.pulling': '在路上',
    'pull.pulled': '已送到',
    'pull.Cancelled': '中断：要它的一方停了',
    'pull.Unavailable': '公共仓库没有回应',
    'pull.NotFound': '没有这个镜像',
    'pull.Throttled': '村长（kubelet）这一秒不再多要镜像（registryPullQPS）',
    'pull.NoRuntime': '容器运行时没有回应',
    'pull.TooManyRequests': '429：拉取次数已到上限',
    'pull.Quarantined': '403：镜像被隔离',
    'pull.BlobUnknown': '公共仓库里少了一层',
    'pull.DigestMismatch': '有一层和它的摘要不符（已损坏）',
    'event.GarbageCollected':
      '公共仓库清理完毕：清走 {blobs} 层（blob）和 {manifests} 份清单（manifest），共 {bytes} 字节。',
    'fault.corrupted-layer.title': '坏了的砖（损坏的层）',
    'fault.corrupted-layer.symptom':
      '已经有这一层的村庄照常运行；要重新拉取它的村庄得到 ErrImagePull：unexpected commit digest。',
    'fault.corrupted-layer.remedy':
      '让仓库管理员清理公共仓库（垃圾回收会扔掉坏的层），再从背包里把镜像推送一次。如果背包里已是别的镜像、标签又已钉牢，就先摘下标签。',
    'fault.corrupted-layer.explanation':
      '仓库磁盘上有一个比特翻转了。摘要是从内容算出来的，谁来拉取都会立刻发现它不是当初推送的东西，于是拒收。再试多少次也没有用。',
    'fault.poisoned-push.title': '有毒的推送（标签被挪动）',
    'fault.poisoned-push.symptom':
      '同一个 Deployment、同一个标签，有的小院（Pod）好好的，有的却一次次退出：它们的镜像摘要不同。',
    'fault.poisoned-push.remedy':
      '追查这个摘要，把它隔离，再推送好的镜像，或把 Deployment 固定到好的摘要上；如果标签已经钉牢，就只剩摘要这条路。',
    'fault.poisoned-push.explanation':
      '有人把坏镜像推送到正在使用的标签下。标签只是一个指针：先拉取的村庄还是好房子，后拉取的就成了坏房子。摘要、签名和不可改动的标签就是防备的办法。',
    'papers.title': '证件',
    'papers.signed': '已签名',
    'papers.unsigned': '未签名',
    'papers.quarantined': '隔离中',
    'papers.findings': '漏洞 {count} 个',
    'papers.sign': '签名',
    'papers.quarantine': '隔离',
    'papers.release': '解除隔离',
    'papers.fix': '钉牢标签',
    'papers.loosen': '允许移动标签',
    'papers.deleteTag': '摘下标签',
    'papers.clean': '扫描没有发现漏洞。',
    'papers.finding': '{id}（{severity}）：{name} {version}，{fixedIn} 已修复',
    'papers.trace': '这块砖（摘要）去了哪里',
    'papers.pull': '第 {tick} 秒：拉取到村庄（Node）{node}：{outcome}',
    'papers.run': '第 {from} 秒到 {to} 秒：在小院（Pod）{pod} 里运行，村庄（Node）{node}',
    'admission.title': '哪些镜像可以进来（准入策略）',
    'admission.requireSignature': '只收签过名的',
    'admission.digestsOnly': '只收固定到摘要的',
    'admission.refuseSeverity': '拒绝漏洞，从这一级起',
    'admission.all': '不拒绝',
    'push.RegistryUnavailable': '公共仓库在半路上关门了（503）',
    'event.Built': '{image} 盖好了，放进了背包（本地镜像库）：摘要 {digest}，共 {steps} 步。',
    'event.Pushed': '{image} 到了公共仓库：摘要 {digest}，共 {layers} 层，其中 {skipped} 层仓库里本来就有。',
    'event.PushFailed': '推送 {image} 失败（{reason}）。已送到的层还在，不用再送。',
    'event.RegistryDown': '公共仓库（registry）关门了。拉取和推送都停了，已经盖好的房子照常待客。',
    'event.RegistryUp': '公共仓库（registry）又开门了。',
  },
} as const;
