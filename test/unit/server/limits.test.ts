/** Small parts of the server that need no server. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classAddresses } from '../../../server/addresses.ts';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { matchPath } from '../../../server/http/api.ts';
import { Origins } from '../../../server/http/origins.ts';
import { PaceClock } from '../../../server/rooms/pace-clock.ts';
import { hashSecret, matchesHash, newCode, newId, newSecret } from '../../../server/secrets.ts';
import { freeNicknames, isNickname, LANGUAGES } from '../../../server/session/nicknames.ts';
import { TokenBucket } from '../../../server/token-bucket.ts';
import { playerId } from '../../../shared/commands/fields.ts';
import { joinCode } from '../../../shared/protocol/join-code.ts';

test('SRV-80 settings have defaults, and a bad value is named', () => {
  expect(readConfig({})).toMatchObject({ port: 2567, host: undefined, storageSync: 'full' });
  expect(readConfig({ PORT: '0', ALLOWED_ORIGINS: 'https://a.example, https://b.example' })).toMatchObject({
    port: 0,
    allowedOrigins: ['https://a.example', 'https://b.example'],
  });
  for (const [name, value] of [
    ['PORT', 'many'],
    ['PUBLIC_URL', 'not a url'],
    ['STORAGE_SYNC', 'maybe'],
    ['ALLOWED_ORIGINS', 'nowhere'],
  ] as const) {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  }
});

test('SRV-81 a bucket gives its capacity at once, then its rate', () => {
  const bucket = new TokenBucket(5, 10, 0);
  const taken = (nowMs: number) => Array.from({ length: 10 }, () => bucket.take(nowMs)).filter(Boolean).length;
  expect(taken(0)).toBe(5);
  expect(taken(300)).toBe(3);
  expect(taken(60_000)).toBe(5);
  expect(bucket.take(0)).toBe(false);
});

test('SRV-82 the pace clock plays as many ticks as time has passed, however it is cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 4, 8, 16),
      fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 100 }),
      (pace, steps) => {
        const clock = new PaceClock();
        const played = steps.map((ms) => clock.advance(ms, pace)).reduce((sum, ticks) => sum + ticks, 0);
        const due = (steps.reduce((sum, ms) => sum + ms, 0) * pace) / 1000;
        expect(Math.abs(played - due)).toBeLessThan(1);
      },
    ),
  );
  const clock = new PaceClock();
  expect(clock.advance(60_000, 4)).toBe(8);
  expect(clock.advance(100, 4)).toBe(0);
  expect(clock.advance(60_000, 0)).toBe(0);
});

test('SRV-4 SRV-83 generated nicknames are valid, different and free; what somebody types is none', () => {
  for (const language of LANGUAGES) {
    const [taken = ''] = freeNicknames(1, language, () => false);
    const names = freeNicknames(500, language, (name) => name === taken);
    expect(new Set(names).size).toBe(500);
    expect(names).not.toContain(taken);
    expect(names.every(isNickname)).toBe(true);
    expect(names.every((name) => name.length <= 40)).toBe(true);
  }
  for (const typed of ['', 'Alice', 'brave otter', 'Brave  Otter', '勇敢的', '__proto__'])
    expect(isNickname(typed)).toBe(false);
});

test('SRV-84 ids, codes and secrets have their shape, and a secret is known by its hash', () => {
  for (let count = 0; count < 100; count += 1) {
    expect(playerId.safeParse(newId()).success).toBe(true);
    expect(joinCode.safeParse(newCode()).success).toBe(true);
  }
  const secret = newSecret();
  expect(secret).toMatch(/^[0-9a-f]{32}$/);
  expect(matchesHash(secret, hashSecret(secret))).toBe(true);
  expect(matchesHash(newSecret(), hashSecret(secret))).toBe(false);
  expect(matchesHash(secret, '')).toBe(false);
});

test('SRV-85 the own origin under any address may talk to the server, named ones too, others not', () => {
  const origins = new Origins(['https://school.example']);
  expect(origins.isAllowed(undefined, 'localhost:2567')).toBe(true);
  expect(origins.isAllowed('http://192.168.1.5:2567', '192.168.1.5:2567')).toBe(true);
  expect(origins.isAllowed('https://school.example', 'podville:2567')).toBe(true);
  expect(origins.isAllowed('https://elsewhere.example', '192.168.1.5:2567')).toBe(false);
  expect(origins.isAllowed('null', '192.168.1.5:2567')).toBe(false);
});

test('SRV-86 paths match part by part', () => {
  expect(matchPath('/api/sessions/:code', '/api/sessions/ABCDE')).toEqual({ code: 'ABCDE' });
  expect(matchPath('/api/sessions/:code', '/api/sessions')).toBeNull();
  expect(matchPath('/api/sessions', '/api/sessions/ABCDE')).toBeNull();
});

test('SRV-87 the class is told the public address, or else where this machine is in its network', () => {
  expect(classAddresses('https://school.example/', undefined, 2567)).toEqual(['https://school.example']);
  expect(classAddresses(undefined, '10.0.0.7', 80)).toEqual(['http://10.0.0.7:80']);
  expect(classAddresses(undefined, undefined, 2567).at(-1)).toBe('http://localhost:2567');
});
