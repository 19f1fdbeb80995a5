/** Gzip in the browser, without a library. */
export async function gunzipText(bytes: Uint8Array): Promise<string> {
  const unzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>;
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(unzip);
  return new Response(body).text();
}
