/**
 * Builders: small worlds made of the real store, the real setup and the real simulation, for tests to read like
 * sentences. Stored objects are frozen deeply, so that a test fails where anything changes them in place.
 */
export * from './builders/objects.ts';
export * from './builders/pods.ts';
export * from './builders/worlds.ts';
