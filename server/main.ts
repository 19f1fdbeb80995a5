// The server's entry. Until the rooms arrive: the built client, from one origin.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const port = Number(process.env['PORT'] ?? 2567);
const dist = join(import.meta.dirname, '../client/dist');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

async function fileFor(path: string): Promise<string> {
  const file = join(dist, normalize(path));
  const found = file.startsWith(dist) && (await stat(file).catch(() => undefined))?.isFile();
  return found ? file : join(dist, 'index.html');
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://podville');
  void fileFor(decodeURIComponent(pathname)).then((file) => {
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file)
      .on('error', () => response.writeHead(404).end('The client is not built: npm run build\n'))
      .pipe(response);
  });
});

server.listen(port, () => console.log(`Podville: http://localhost:${port}`));
