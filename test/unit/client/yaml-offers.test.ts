import { describe, expect, test } from 'vitest';
import { offersAt } from '../../../client/panels/builder/yaml-offers.ts';
import { yamlPlace } from '../../../client/panels/builder/yaml-place.ts';

const DEPLOYMENT = `apiVersion: v1
kind: ConfigMap
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: |1
  template:
    spec:
      containers:
      - name: web
        |2
        ports:
          - containerPort: 80
            |3
`;

/** The place that `|n` marks; the other marks are taken out. */
function at(mark: number, typed = ''): { text: string; position: number } {
  const only = DEPLOYMENT.replaceAll(new RegExp(`\\|[^${mark}\\n]`, 'g'), '');
  const position = only.indexOf(`|${mark}`);
  return { text: only.replace(`|${mark}`, typed), position: position + typed.length };
}
const labels = (text: string, position: number) => offersAt(text, position)?.offers.map(({ label }) => label) ?? [];

describe('completion', () => {
  test('PANEL-17 where the cursor stands: kind, parents, items of lists, siblings', () => {
    const { text, position } = at(2, 'read');
    expect(yamlPlace(text, position)).toEqual({
      kind: 'Deployment',
      path: ['spec', 'template', 'spec', 'containers', 0],
      valueOf: null,
      written: 'read',
      siblings: ['name', 'ports'],
    });
    expect(yamlPlace('# a comm', 8)).toBeNull();
  });

  test('PANEL-17 keys come from the schema, without those that stand there', () => {
    const inContainer = at(2);
    const offered = labels(inContainer.text, inContainer.position);
    expect(offered).toEqual(expect.arrayContaining(['image', 'readinessProbe', 'resources']));
    expect(offered).not.toContain('name');
    const inPort = at(3);
    expect(labels(inPort.text, inPort.position)).toEqual(expect.arrayContaining(['protocol', 'hostPort']));
    expect(labels('', 0)).toEqual(['apiVersion', 'kind']);
  });

  test('PANEL-17 values: kinds, choices of every possible shape, what is expected there', () => {
    const strategy = at(1);
    expect(labels(strategy.text, strategy.position)).toEqual(expect.arrayContaining(['RollingUpdate', 'Recreate']));
    expect(labels('kind: ', 6)).toContain('CronJob');
    expect(labels('apiVersion: ', 12)).toEqual(expect.arrayContaining(['v1', 'apps/v1']));
    const image = at(2);
    const offers = offersAt(image.text, image.position)?.offers ?? [];
    expect(offers.find(({ label }) => label === 'image')?.detail).toBe('*');
  });
});
