/** The server's plain HTTP routes. Answers are parsed; refusals come as the server's own Status. */
import * as z from 'zod/mini';
import { failure, type Status } from '../../shared/api/status.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: Status;

  constructor(status: Status) {
    super(status.message);
    this.status = status;
  }
}

/** The refusal behind whatever was thrown. */
export function refusalOf(error: unknown): Status {
  if (error instanceof RefusedError) return error.status;
  return failure('ServiceUnavailable', 'offline', String(error), {});
}

export async function ask<Schema extends z.core.$ZodType>(
  schema: Schema,
  url: string,
  init: RequestInit = {},
): Promise<z.infer<Schema>> {
  const response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const isStatus = typeof body === 'object' && body !== null && 'reason' in body;
    throw new RefusedError(
      isStatus ? (body as Status) : failure('ServiceUnavailable', 'offline', `HTTP ${response.status}`, {}),
    );
  }
  return z.parse(schema, body);
}

export function post<Schema extends z.core.$ZodType>(
  schema: Schema,
  url: string,
  body: unknown,
): Promise<z.infer<Schema>> {
  return ask(schema, url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}
