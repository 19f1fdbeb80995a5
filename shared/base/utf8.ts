/** Text as UTF-8, by hand: an engine's bare shell has no TextEncoder, and gives the same bytes. */

/** Stands for half of a pair without the other half, as the standard's encoder has it. */
const REPLACEMENT = 0xfffd;

export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const found = text.codePointAt(at) ?? REPLACEMENT;
    if (found > 0xffff) at += 1;
    const code = found >= 0xd800 && found <= 0xdfff ? REPLACEMENT : found;
    if (code < 0x80) bytes[length++] = code;
    else {
      if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
        else {
          bytes[length++] = 0xf0 | (code >> 18);
          bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
        }
        bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      }
      bytes[length++] = 0x80 | (code & 0x3f);
    }
  }
  return bytes.slice(0, length);
}
