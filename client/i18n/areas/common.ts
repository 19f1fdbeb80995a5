/** Words that stand on every page. */
export const commonTexts = {
  en: {
    'app.title': 'Podville',
    'app.tagline': 'Be the cluster: build houses, ship them, keep them open.',
    'common.close': 'Close',
    'common.cancel': 'Cancel',
    'common.loading': 'Loading…',
    'common.language': '中文',
  },
  zh: {
    'app.title': '豆荚镇',
    'app.tagline': '你们就是集群：盖房子、运图纸、守住每一座屋。',
    'common.close': '关闭',
    'common.cancel': '取消',
    'common.loading': '加载中……',
    'common.language': 'English',
  },
} as const;
