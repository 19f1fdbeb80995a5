/** Recordings: from the server or from a file, gzipped or not. Whatever comes in is parsed. */
import { recording, type Recording } from '../../shared/recording/recording.ts';
import { failure } from '../../shared/api/status.ts';
import { gunzipText } from './gunzip.ts';
import { RefusedError } from './http.ts';

const GZIP_MAGIC = [0x1f, 0x8b];

export async function parseRecording(bytes: Uint8Array): Promise<Recording> {
  const isGzip = GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
  try {
    const text = isGzip ? await gunzipText(bytes) : new TextDecoder().decode(bytes);
    return recording.parse(JSON.parse(text));
  } catch (error) {
    throw new RefusedError(failure('BadRequest', 'notARecording', String(error), {}));
  }
}

export async function fetchRecording(id: string): Promise<Recording> {
  const response = await fetch(`/api/recordings/${encodeURIComponent(id)}`);
  if (!response.ok) throw new RefusedError(failure('NotFound', 'noRecording', `recording "${id}" not found`, { id }));
  return parseRecording(new Uint8Array(await response.arrayBuffer()));
}
