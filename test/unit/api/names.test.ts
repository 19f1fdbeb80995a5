// Names and selectors: what the API server lets pass.
import { expect, test } from 'vitest';
import { parseIntOrString } from '../../../shared/api/int-or-percent.ts';
import { configMapKey, dns1035Label, dns1123Subdomain, portName, qualifiedName } from '../../../shared/api/names.ts';
import { matchesSelector, requirementHolds, requirementProblem } from '../../../shared/api/selectors.ts';

test.each([
  [dns1123Subdomain, ['tea.house', '1'], ['Tea', 'tea..house', '-tea']],
  [dns1035Label, ['tea-1'], ['1-tea', 'tea.house']],
  [portName, ['http', 'a1'], ['80', 'a--b', 'much-too-long-to-be', 'HTTP']],
  [qualifiedName, ['app', 'tea.io/App_1'], ['Tea.io/app', '/app', 'tea.io/', 'a/b/c']],
  [configMapKey, ['..data'.slice(1), 'a_b'], ['.', '..', '..data', 'a b']],
])('TYPE-4 names', (schema, right, wrong) => {
  for (const name of right) expect(schema.safeParse(name).success, name).toBe(true);
  for (const name of wrong) expect(schema.safeParse(name).success, name).toBe(false);
});

test('TYPE-5 what somebody typed is a number where it can be one', () => {
  expect(['12', '-3', '30%', '2147483648', ''].map(parseIntOrString)).toEqual([12, -3, '30%', '2147483648', '']);
});

test('TYPE-6 requirements that no label can satisfy are named', () => {
  const fieldOf = (requirement: Parameters<typeof requirementProblem>[0]) => requirementProblem(requirement)?.field;
  expect(fieldOf({ key: 'a b', operator: 'Exists' })).toBe('key');
  expect(fieldOf({ key: 'a', operator: 'In' })).toBe('values');
  expect(fieldOf({ key: 'a', operator: 'Exists', values: ['b'] })).toBe('values');
  expect(fieldOf({ key: 'a', operator: 'Gt', values: ['b'] })).toBe('values[0]');
  expect(fieldOf({ key: 'a', operator: 'NotIn', values: ['ok', 'not ok'] })).toBe('values[1][a]');
  expect(requirementProblem({ key: 'a', operator: 'Lt', values: ['3'] })).toBeNull();
});

test('TYPE-6 an absent selector means nothing, an empty one everything', () => {
  expect(matchesSelector(null, {})).toBe(false);
  expect(matchesSelector({}, {})).toBe(true);
  expect(requirementHolds({ key: 'n', operator: 'Lt', values: ['10'] }, { n: '9' })).toBe(true);
  expect(requirementHolds({ key: 'n', operator: 'Lt', values: ['10'] }, { n: 'nine' })).toBe(false);
});
