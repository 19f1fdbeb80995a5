/** The built client: every file in memory, compressed once, named by its content. Unknown paths get the page itself. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']);
/** Vite puts the content's hash into the names of files here. */
const HASHED = '/assets/';
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();

  constructor(directory: string) {
    if (!existsSync(directory)) return;
    const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of found) {
      const path = join(entry.parentPath, entry.name);
      const name = `/${relative(directory, path).split(sep).join('/')}`;
      this.#files.set(name, load(name, readFileSync(path)));
    }
  }

  get isBuilt(): boolean {
    return this.#files.has('/index.html');
  }

  /** False where there is nothing to answer with. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const isFileName = extname(path) !== '';
    const file = this.#files.get(path) ?? (isFileName ? undefined : this.#files.get('/index.html'));
    if (!file) return false;
    response.setHeader('cache-control', file.cacheControl);
    response.setHeader('etag', file.etag);
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end();
      return true;
    }
    const { body, encoding } = choose(file, String(request.headers['accept-encoding'] ?? ''));
    response.setHeader('content-type', file.type);
    response.setHeader('content-length', body.length);
    response.setHeader('vary', 'accept-encoding');
    if (encoding) response.setHeader('content-encoding', encoding);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
    return true;
  }
}

function load(name: string, plain: Buffer): StaticFile {
  const extension = extname(name);
  const isCompressed = COMPRESSED.has(extension);
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cacheControl: name.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
    plain,
    gzip: isCompressed ? gzipSync(plain, { level: 9 }) : null,
    brotli: isCompressed ? brotliCompressSync(plain, BROTLI) : null,
  };
}

function choose(file: StaticFile, accepted: string): { readonly body: Buffer; readonly encoding: string | null } {
  if (file.brotli && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' };
  if (file.gzip && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' };
  return { body: file.plain, encoding: null };
}
