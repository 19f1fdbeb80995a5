// Refusals that come over the wire: in an HTTP answer, and as the text of an error that closes a join.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, refusalOf } from '../../../client/connection/http.ts';
import { failure } from '../../../shared/api/status.ts';
import { readAnswer } from '../../../shared/protocol/status.ts';
import { nicknamesAnswer } from '../../../shared/protocol/http.ts';

const locked = failure('Forbidden', 'sessionLocked', 'the session is locked', { code: 'ABCDE', seconds: 3 });
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/refused': locked,
  '/proxy': { reason: 'Bad gateway' },
  '/unknown-reason': { ...locked, reason: 'Whim' },
  '/no-details': { ...locked, details: { code: null } },
  '/no-json': undefined,
};

describe('refusals from outside', () => {
  const server = createServer(({ url }, response) => {
    response.writeHead(502, { 'content-type': 'application/json' });
    response.end(JSON.stringify(ANSWERS[url ?? '']) ?? '<html>');
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const refusalAt = (path: string) => {
    const { port } = server.address() as AddressInfo;
    return ask(nicknamesAnswer, `http://127.0.0.1:${port}${path}`).then(() => null, refusalOf);
  };

  test('PANEL-41 a Status is told as the server said it', async () => {
    expect(await refusalAt('/refused')).toEqual(locked);
    expect(refusalOf(new Error(JSON.stringify(locked)))).toEqual(locked);
  });

  test.each(['/proxy', '/unknown-reason', '/no-details', '/no-json'])(
    'PANEL-41 what is no Status counts as an answer of nobody: %s',
    async (path) => {
      expect(await refusalAt(path)).toMatchObject({ key: 'offline', message: 'HTTP 502', details: {} });
    },
  );

  test('PANEL-41 any other error is told, too', () => {
    expect(refusalOf(new Error('{ torn'))).toMatchObject({ key: 'offline', message: 'Error: { torn' });
    expect(refusalOf('gone')).toMatchObject({ key: 'offline', message: 'gone' });
  });

  test('PANEL-41 an answer to a command is a refusal, or none; anything else is thrown', () => {
    expect(readAnswer({ refusal: null })).toEqual({ refusal: null });
    expect(readAnswer({ refusal: locked })).toEqual({ refusal: locked });
    for (const nonsense of [undefined, null, {}, { refusal: 'no' }, { refusal: { ...locked, details: [null] } }]) {
      expect(() => readAnswer(nonsense)).toThrow();
    }
  });
});
