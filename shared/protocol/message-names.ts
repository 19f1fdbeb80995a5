/** What each message between a page and the server is called. Apart from their shapes: who only listens needs no more. */
export const COMMAND = 'command';
export const CONTROL = 'control';
export const FOLLOW = 'follow';
export const HASH = 'hash';
export const WELCOME = 'welcome';
export const LOG = 'log';
export const PARTED = 'parted';
export const REFUSED = 'refused';
export const SNAPSHOT = 'snapshot';
