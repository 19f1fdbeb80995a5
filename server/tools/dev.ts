// `npm run dev`: the page with hot reload on PORT, and behind it the server, restarted when one of its files changes.
// The browser sees one origin, as in production: Vite passes on what belongs to the server (client/vite.config.ts).
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const port = Number(process.env['PORT'] ?? 2567);
const vite = 'node_modules/vite/bin/vite.js';
const children: ChildProcess[] = [];

function run(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  children.push(child);
  return child;
}

function stop(code: number): void {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

const atlas = run(['assets/build/atlas.ts'], {});
atlas.on('exit', (atlasCode) => {
  if (atlasCode !== 0) return stop(atlasCode ?? 1);
  const server = run(
    ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', 'server/main.ts'],
    {
      NODE_ENV: 'development',
      PORT: String(port + 1),
    },
  );
  const page = run([vite, 'client', '--configLoader', 'native'], {
    PORT: String(port),
    BACKEND_PORT: String(port + 1),
  });
  server.on('exit', (code) => stop(code ?? 0));
  page.on('exit', (code) => stop(code ?? 0));
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
