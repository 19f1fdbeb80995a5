import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../shared/cluster/registry/digest.ts';
import {
  canonicalReference,
  familiarText,
  normaliseReference,
  parseReference,
  parseStrictReference,
  resolveReference,
} from '../../../shared/cluster/registry/reference.ts';
import { must } from '../../../shared/base/assert.ts';
import { Workshop } from '../../support/workshop.ts';

const HEX = 'a'.repeat(64);

describe('references', () => {
  test.each([
    ['teahouse', 'docker.io/library/teahouse:latest'],
    ['red/teahouse:2', 'docker.io/red/teahouse:2'],
    ['docker.io/teahouse', 'docker.io/library/teahouse:latest'],
    ['index.docker.io/red/teahouse', 'docker.io/red/teahouse:latest'],
    ['tea.example:5000/house:a', 'tea.example:5000/house:a'],
    [`red/teahouse@sha256:${HEX}`, `docker.io/red/teahouse@sha256:${HEX}`],
  ])('REG-2 %s means %s', (text, normalised) => {
    expect(normaliseReference(text)).toBe(normalised);
  });

  test.each(['', 'Teahouse', 'tea house', 'red/', '-tea', 'tea:', 'tea___house', 'tea@sha256:12', HEX])(
    'REG-1 %s is no reference',
    (text) => expect(parseReference(text)).toBeNull(),
  );

  test.each([
    ['', 'empty-name'],
    ['Teahouse:1', 'uppercase'],
    ['tea house', 'invalid-format'],
    [`red/${'t'.repeat(256)}`, 'name-too-long'],
    [`tea@md5:${HEX}`, 'digest-unsupported'],
  ])('REG-1 %s fails as %s', (text, errorKind) => expect(parseStrictReference(text)).toEqual({ errorKind }));

  test.each([
    ['red/tea', 'docker.io'],
    ['red.tea/tea', 'red.tea'],
    ['red:80/tea', 'red:80'],
    ['localhost/tea', 'localhost'],
    ['RED/tea', 'RED'],
  ])('REG-3 %s is at %s', (text, domain) => expect(parseReference(text)?.domain).toBe(domain));

  test('REG-2 the normalised form is its own normalised form, and the familiar one means the same', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,8}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.option(tag), (parts, maybeTag) => {
        const text = parts.join('/') + (maybeTag === null ? '' : `:${maybeTag}`);
        const normalised = must(normaliseReference(text), text);
        expect(normaliseReference(normalised)).toBe(normalised);
        expect(normaliseReference(familiarText(normalised))).toBe(normalised);
        expect(canonicalReference(must(parseReference(normalised), normalised))).toBe(normalised);
      }),
    );
  });

  test('REG-4 a digest has the length of its algorithm and lower-case digits', () => {
    expect(parseDigest(`sha256:${HEX}`)).toEqual({ algorithm: 'sha256', encoded: HEX, valid: true });
    expect(parseDigest(`sha512:${HEX}${HEX}`).valid).toBe(true);
    expect(parseDigest(`sha256:${HEX}a`)).toEqual({ valid: false, errorKind: 'digest-bad-length' });
    expect(parseDigest(`sha256:${HEX.toUpperCase()}`)).toEqual({ valid: false, errorKind: 'digest-bad-format' });
    expect(parseDigest(`constructor:${HEX}`)).toEqual({ valid: false, errorKind: 'digest-unsupported' });
  });

  test('REG-5 tag and digest resolve to the same image; a digest only in a repository that holds it', () => {
    const { world } = new Workshop();
    const digest = must(resolveReference(world, 'villa:1.0'), 'digest of villa');
    expect(resolveReference(world, 'villa')).toBe(digest);
    expect(resolveReference(world, `villa@${digest}`)).toBe(digest);
    expect(resolveReference(world, `villa:9.9@${digest}`)).toBe(digest);
    expect(resolveReference(world, `hut@${digest}`)).toBeUndefined();
    expect(resolveReference(world, 'villa:9.9')).toBeUndefined();
    expect(resolveReference(world, 'Villa')).toBeUndefined();
  });
});
