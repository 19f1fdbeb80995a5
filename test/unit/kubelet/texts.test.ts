/** Every refusal, event and step of the villages has its sentence, in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kubeletEventsTexts } from '../../../client/i18n/areas/kubelet-events.ts';
import { kubeletRefusalsTexts } from '../../../client/i18n/areas/kubelet-refusals.ts';
import { kubeletStepsTexts } from '../../../client/i18n/areas/kubelet-steps.ts';
import { podChecksTexts } from '../../../client/i18n/areas/pod-checks.ts';
import { staticPodsTexts } from '../../../client/i18n/areas/static-pods.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';

const CLUSTER = 'shared/cluster';
const VERBS = [
  'admit-pod',
  'pull-image',
  'start-container',
  'kill-container',
  'stop-pod',
  'remove-pod',
  'renew-pod',
  'collect-images',
  'evict-for-pressure',
  'reboot',
  'repair-link',
];

function sources(): string {
  const files = ['kubelet', 'kubelet/eviction', 'kubelet/images', 'runtime'].flatMap((folder) =>
    readdirSync(`${CLUSTER}/${folder}`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${CLUSTER}/${folder}/${name}`),
  );
  return [...files, ...VERBS.map((verb) => `${CLUSTER}/verbs/${verb}.ts`)]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

test('KUBELET-21 every refusal, event and step has its words', () => {
  const text = sources();
  const keys = [
    ...found(text, /failure\(\s*'\w+',\s*'(\w+)'/g).map((key) => `refusal.${key}`),
    ...found(text, /type: '(?:Normal|Warning)',\s*reason: '(\w+)'/g).map((key) => `event.${key}`),
    ...found(text, /wait\('(\w+)'/g).map((key) => `step.${key}`),
    ...found(text, /podStep\(podKey, '(\w+)'/g).map((key) => `step.${key}`),
  ];
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !(key in TEXTS.en))).toEqual([]);
});

test.each([
  ['events', kubeletEventsTexts],
  ['refusals', kubeletRefusalsTexts],
  ['steps', kubeletStepsTexts],
  ['pod checks', podChecksTexts],
  ['static pods', staticPodsTexts],
])('KUBELET-21 both languages fill in the same values: %s', (_name, texts) => {
  const holes = (text: string) => [...new Set(found(text, /\{(\w+)\}/g))].sort();
  const zh: Readonly<Record<string, string>> = texts.zh;
  expect(Object.keys(zh)).toEqual(Object.keys(texts.en));
  for (const [key, text] of Object.entries(texts.en)) expect(holes(zh[key] ?? ''), key).toEqual(holes(text));
});
