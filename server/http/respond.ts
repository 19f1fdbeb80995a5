/** Answers on the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { failure, type Status } from '../../shared/api/status.ts';
import type { ApiAnswer } from './api.ts';

export function respondJson(response: ServerResponse, code: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(code, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function respondRefusal(response: ServerResponse, refusal: Status): void {
  if (refusal.code === 413) response.setHeader('connection', 'close');
  respondJson(response, refusal.code, refusal);
}

export function respond(response: ServerResponse, answer: ApiAnswer): void {
  if ('json' in answer) return respondJson(response, answer.code ?? 200, answer.json);
  response.writeHead(200, {
    'content-type': answer.type,
    'content-length': answer.bytes.length,
    'content-disposition': `attachment; filename="${answer.fileName}"`,
    'cache-control': 'no-store',
  });
  response.end(answer.bytes);
  return undefined;
}

export function tooLarge(limitBytes: number): Status {
  return failure('RequestEntityTooLarge', 'tooLarge', `more than ${limitBytes} bytes`, { limitBytes });
}

/** The whole body, or null where it is larger than allowed. What is too large is not kept. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
