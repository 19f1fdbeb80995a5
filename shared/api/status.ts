/** Refusals: Kubernetes' `Status` of kind Failure, as data. The texts in both languages are looked up by `reason` and `key`. */
export type StatusReason =
  | 'BadRequest'
  | 'Unauthorized'
  | 'Forbidden'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'AlreadyExists'
  | 'Conflict'
  | 'RequestEntityTooLarge'
  | 'Invalid'
  | 'TooManyRequests'
  | 'InternalError'
  | 'ServiceUnavailable';

export const STATUS_CODES: Readonly<Record<StatusReason, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  AlreadyExists: 409,
  Conflict: 409,
  RequestEntityTooLarge: 413,
  Invalid: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
};

export interface Status {
  readonly kind: 'Status';
  readonly status: 'Failure';
  readonly code: number;
  readonly reason: StatusReason;
  /** Which of our sentences explains it (client texts `refusal.<key>`). */
  readonly key: string;
  /** The API server's own English words. */
  readonly message: string;
  /** Values for the sentence. */
  readonly details: Readonly<Record<string, string | number>>;
}

export function failure(
  reason: StatusReason,
  key: string,
  message: string,
  details: Readonly<Record<string, string | number>> = {},
): Status {
  return { kind: 'Status', status: 'Failure', code: STATUS_CODES[reason], reason, key, message, details };
}

export function notFound(kind: string, name: string): Status {
  return failure('NotFound', 'notFound', `${kind} "${name}" not found`, { kind, name });
}
