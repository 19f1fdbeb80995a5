/** The server's plain HTTP routes. Answers are parsed; refusals come as the server's own Status. */
import * as z from 'zod/mini';
import { failure, type Status } from '../../shared/api/status.ts';
import { readStatus } from '../../shared/protocol/status.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: Status;

  constructor(status: Status) {
    super(status.message);
    this.status = status;
  }
}

const offline = (message: string): Status => failure('ServiceUnavailable', 'offline', message);

/** The refusal behind whatever was thrown. A room refuses a join with a Status as the error's text. */
export function refusalOf(error: unknown): Status {
  if (error instanceof RefusedError) return error.status;
  return (error instanceof Error ? statusIn(error.message) : null) ?? offline(String(error));
}

function statusIn(text: string): Status | null {
  try {
    return readStatus(JSON.parse(text));
  } catch {
    return null;
  }
}

export async function ask<Schema extends z.core.$ZodType>(
  schema: Schema,
  url: string,
  init: RequestInit = {},
): Promise<z.infer<Schema>> {
  const response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    throw new RefusedError(readStatus(body) ?? offline(`HTTP ${response.status}`));
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
