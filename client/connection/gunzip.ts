/** Gzip in the browser, without a library. */
async function throughStream(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<ArrayBuffer> {
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, BufferSource>);
  return new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
}

export async function gunzipText(bytes: Uint8Array): Promise<string> {
  return new TextDecoder().decode(await throughStream(bytes, new DecompressionStream('gzip')));
}

export async function gzipText(text: string): Promise<ArrayBuffer> {
  return throughStream(new TextEncoder().encode(text), new CompressionStream('gzip'));
}
