/**
 * Which pages may talk to this server: those that it served itself, under whatever address the class reached it, and
 * those that its settings name. Programs that are no page send no Origin.
 */
export class Origins {
  readonly #allowed: ReadonlySet<string>;

  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed.map((url) => new URL(url).origin));
  }

  isAllowed(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    const parsed = URL.canParse(origin) ? new URL(origin) : null;
    return parsed !== null && (parsed.host === host || this.#allowed.has(parsed.origin));
  }

  /** For another page that our settings name; our own needs no permission. */
  headersFor(origin: string | undefined): Readonly<Record<string, string>> {
    if (origin === undefined || !URL.canParse(origin) || !this.#allowed.has(new URL(origin).origin)) return {};
    return { 'access-control-allow-origin': origin, vary: 'origin' };
  }
}
