/** What the container runtime says when a pull fails. Words: containerd and Docker Hub. */
import { digestOfText } from '../../base/sha256.ts';
import type { ImagePull } from '../../api/world/node-store.ts';
import type { PullFailure } from '../../api/world/trace.ts';

export function pullError({ reference, digest, layers, arrived }: ImagePull, failure: PullFailure): string {
  const pull = `failed to pull and unpack image "${reference}"`;
  const resolve = `${pull}: failed to resolve reference "${reference}"`;
  const layer = layers[arrived]?.digest ?? digest;
  const said = (code: string, words: string) => `rpc error: code = ${code} desc = ${words}`;
  switch (failure) {
    case 'NotFound':
      return said('NotFound', `${resolve}: ${reference}: not found`);
    case 'Unavailable':
      return said('Unknown', `${resolve}: dial tcp: i/o timeout`);
    case 'Throttled':
      return 'pull QPS exceeded';
    case 'NoRuntime':
      return said('Unavailable', 'connection error: desc = "transport: Error while dialing"');
    case 'TooManyRequests':
      return said(
        'Unknown',
        `${resolve}: unexpected status: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit`,
      );
    case 'Quarantined':
      return said(
        'Unknown',
        `${resolve}: unexpected status: 403 Forbidden - Server message: denied: image is in quarantine`,
      );
    case 'BlobUnknown':
      return said('NotFound', `${pull}: failed to copy: content at blobs/${layer} not found: not found`);
    case 'DigestMismatch': {
      const found = digestOfText(`corrupted ${layer}`);
      return said(
        'FailedPrecondition',
        `${pull}: failed commit on ref "layer-${layer}": unexpected commit digest ${found}, expected ${layer}: failed precondition`,
      );
    }
  }
}
