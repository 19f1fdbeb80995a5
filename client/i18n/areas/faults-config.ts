/** Texts: faults of furniture (ConfigMaps, Secrets, variables). */
export const faultsConfigTexts = {
  en: {
    'fault.missing-variable.title': 'An empty line in the order (missing environment variable)',
    'fault.missing-variable.symptom':
      'New containers exit with code 1 and restart: CrashLoopBackOff. Their last words name the variable.',
    'fault.missing-variable.remedy': 'Furnish the variable with a ConfigMap and apply it, or undo the roll-out.',
    'fault.missing-variable.explanation':
      'The image expects something that only its owner can bring. The program checks at its start and ends, which is honest: better than to run half furnished. Read the last words before anything else.',
    'fault.wrong-furniture.title': 'Furniture nobody made (missing Secret reference)',
    'fault.wrong-furniture.symptom': 'New pods wait: CreateContainerConfigError, secret payment-keys not found.',
    'fault.wrong-furniture.remedy': 'Apply a Secret of that name, or undo the roll-out.',
    'fault.wrong-furniture.explanation':
      'The new version refers to a Secret that exists in another town. The kubelet cannot make the container before it has everything that is not marked optional. The old pods do not need it and stay.',
    'fault.deleted-secret.title': 'The key is gone (deleted Secret)',
    'fault.deleted-secret.symptom':
      'A pod that was moved cannot start: CreateContainerConfigError, secret not found. The others stay open until they restart.',
    'fault.deleted-secret.remedy': 'Apply a Secret of that name again.',
    'fault.deleted-secret.explanation':
      'Containers read a Secret when they start. Whoever deletes it harms nobody at once, and everybody at the next restart: that is why the harm shows long after the deed.',
  },
  zh: {
    'fault.missing-variable.title': '订单上空着一行（缺少环境变量）',
    'fault.missing-variable.symptom': '新容器以退出码 1 结束并不断重启：CrashLoopBackOff。最后的话里写着变量的名字。',
    'fault.missing-variable.remedy': '用 ConfigMap 补上这个变量并提交，或者撤销发布。',
    'fault.missing-variable.explanation':
      '镜像需要住户自己带来的东西。程序启动时检查，缺了就结束，这很老实：总比缺着家具营业好。先读它最后的话。',
    'fault.wrong-furniture.title': '没人做过的家具（引用的 Secret 不存在）',
    'fault.wrong-furniture.symptom': '新小院一直等着：CreateContainerConfigError，找不到 Secret payment-keys。',
    'fault.wrong-furniture.remedy': '提交一个同名的 Secret，或者撤销发布。',
    'fault.wrong-furniture.explanation':
      '新版本引用了一个只存在于别的小镇的 Secret。凡是没有标成 optional 的，凑不齐 kubelet 就造不了容器。旧小院用不着它，照常开着。',
    'fault.deleted-secret.title': '钥匙不见了（Secret 被删除）',
    'fault.deleted-secret.symptom':
      '被搬迁的小院起不来：CreateContainerConfigError，找不到 Secret。其余的在重启之前还开着。',
    'fault.deleted-secret.remedy': '重新提交（apply）一个同名的 Secret。',
    'fault.deleted-secret.explanation':
      '容器在启动时读取 Secret。删掉它当时不伤任何人，下次重启时伤到所有人：所以祸事往往比动手晚得多。',
  },
} as const;
