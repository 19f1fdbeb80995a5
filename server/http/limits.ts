/** Limits for the whole process. Never by address: a class of thirty comes from one. */
import { failure } from '../../shared/api/status.ts';
import { Refusal } from '../session/refusal.ts';
import { TokenBucket } from '../token-bucket.ts';

export class Limit {
  readonly #bucket: TokenBucket;

  constructor(atOnce: number, perSecond: number) {
    this.#bucket = new TokenBucket(atOnce, perSecond, Date.now());
  }

  take(): void {
    if (this.#bucket.take(Date.now())) return;
    throw new Refusal(
      failure('TooManyRequests', 'tooManyRequests', 'too many requests of this kind: try again soon', {}),
    );
  }
}
