/** The little that we use of zzfx, which brings no types. */
declare module 'zzfx' {
  export function zzfx(...parameters: readonly number[]): AudioBufferSourceNode;
}
