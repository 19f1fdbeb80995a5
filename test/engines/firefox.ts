/** SpiderMonkey: a headless Firefox that opens one page of ours; the page runs the cases and posts what it found. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineCase } from './checkpoints.ts';

const DEADLINE_MS = 600_000;

const PAGE = `<!doctype html><meta charset="utf-8"><title>engines</title><script src="/engines.js"></script><script>
const tell = (body) => fetch('/found', { method: 'POST', body: JSON.stringify(body) });
fetch('/cases.json').then((answer) => answer.json())
  .then((cases) => tell({ hashes: cases.map((one) => engines.checkpoints(one)) }))
  .catch((error) => tell({ problem: String(error) }));
</script>`;

export async function runInFirefox(program: string, script: string, cases: readonly EngineCase[]): Promise<string[][]> {
  const profile = mkdtempSync(join(tmpdir(), 'podville-firefox-'));
  const { server, found } = serve(script, cases);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const args = ['--headless', '--no-remote', '--profile', profile, `http://127.0.0.1:${port}/`];
  const firefox = spawn(program, args, { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS: '1', HOME: profile } });
  const gone = new Promise<void>((resolve) => firefox.on('exit', () => resolve()));
  try {
    return await found;
  } finally {
    firefox.kill('SIGKILL');
    await gone;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function serve(script: string, cases: readonly EngineCase[]): { server: Server; found: Promise<string[][]> } {
  let server: Server | undefined;
  const found = new Promise<string[][]>((resolve, reject) => {
    const overdue = setTimeout(() => reject(new Error('Firefox found nothing in time')), DEADLINE_MS);
    server = createServer((request, response) => {
      if (request.url === '/found') {
        clearTimeout(overdue);
        response.end();
        void bodyOf(request).then((text) => {
          const { hashes, problem } = JSON.parse(text) as { hashes?: string[][]; problem?: string };
          if (hashes) resolve(hashes);
          else reject(new Error(`in Firefox: ${problem}`));
        }, reject);
      } else {
        const [type, body] = fileFor(request.url ?? '/', script, cases);
        response.setHeader('content-type', type);
        response.end(body);
      }
    });
  });
  return { server: server as Server, found };
}

function fileFor(url: string, script: string, cases: readonly EngineCase[]): readonly [type: string, body: string] {
  if (url === '/engines.js') return ['text/javascript; charset=utf-8', script];
  if (url === '/cases.json') return ['application/json', JSON.stringify(cases)];
  return ['text/html; charset=utf-8', PAGE];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
