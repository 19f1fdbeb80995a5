/** What breaks programs that trust their input. */
export const HOSTILE_TEXTS = [
  '__proto__',
  'constructor',
  'toString',
  'default/__proto__',
  'default/constructor',
  '',
  '/',
  'default/',
  'kube-system/nobody',
  'x'.repeat(253),
  '🏠',
  'null',
  '0',
  'a|b@c',
];

export const HOSTILE_NUMBERS = [0, 1, -1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, 0.5];
