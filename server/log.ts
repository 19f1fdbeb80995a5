/** What the server says on its own output. Never a secret, an address or a nickname. */
export interface ServerLog {
  info(text: string): void;
  error(text: string, cause?: unknown): void;
}

export const consoleLog: ServerLog = {
  info: (text) => console.log(text),
  error: (text, cause) => console.error(text, cause instanceof Error ? (cause.stack ?? cause.message) : (cause ?? '')),
};
