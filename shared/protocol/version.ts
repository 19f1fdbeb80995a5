/** Both must agree between server, client and recordings. Rules: raised when the same log would give another state. */
export const PROTOCOL_VERSION = 1;
export const RULES_VERSION = 8;
