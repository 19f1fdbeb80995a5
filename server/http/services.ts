/** What the routes work on. */
import type { Config } from '../config.ts';
import type { ServerLog } from '../log.ts';
import type { Verifier } from '../recordings/verifier.ts';
import type { Catalogue } from '../scenarios/catalogue.ts';
import type { ClassSession } from '../session/class-session.ts';
import type { SessionBook } from '../session/session-book.ts';
import type { Storage } from '../storage/storage.ts';

export interface HttpServices {
  readonly config: Config;
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly book: SessionBook;
  readonly verifier: Verifier;
  readonly log: ServerLog;
  /** Opens the room of a session that was just made. */
  readonly openRoom: (session: ClassSession) => Promise<void>;
  /** The port that is really listened on. */
  readonly port: () => number;
  readonly isReady: () => boolean;
}
