/** What a failed probe has found, in the words of the real one. Source: pkg/probe/http, tcp, grpc, exec; Go's net/http. */
import type { Probe } from '../../api/container.ts';

/** `notYet`: it will be well. `tooSlow`: it answers after the time is up. `nobody`: nothing listens there. */
export type Finding = 'notYet' | 'tooSlow' | 'nobody';

const REFUSED = 'connect: connection refused';

export function wordsOf(found: Finding, probe: Probe, address: string): string {
  const { httpGet, exec, tcpSocket, timeoutSeconds } = probe;
  if (tcpSocket) return `dial tcp ${address}: ${REFUSED}`;
  if (exec) {
    const command = JSON.stringify(exec.command.join(' '));
    return found === 'notYet'
      ? `command ${command} exited with 1`
      : `command timed out: ${command} timed out after ${timeoutSeconds}s`;
  }
  return httpGet
    ? wordsOfRequest(found, `http://${address}${httpGet.path}`, address)
    : wordsOfCall(found, address, timeoutSeconds);
}

function wordsOfRequest(found: Finding, url: string, address: string): string {
  if (found === 'notYet') return 'HTTP probe failed with statuscode: 503';
  const why =
    found === 'tooSlow'
      ? 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
      : `dial tcp ${address}: ${REFUSED}`;
  return `Get "${url}": ${why}`;
}

function wordsOfCall(found: Finding, address: string, timeoutSeconds: number): string {
  if (found === 'notYet') return 'service unhealthy (responded with "NOT_SERVING")';
  return found === 'tooSlow'
    ? `timeout: health rpc did not complete within ${timeoutSeconds}s`
    : `timeout: failed to connect service "${address}" within ${timeoutSeconds}s: context deadline exceeded`;
}

/** It names a port that the container does not. Source: pkg/kubelet/prober/prober.go; strconv. */
export function wordsOfNobody(door: string): string {
  return `errored and resulted in unknown state: strconv.Atoi: parsing "${door}": invalid syntax`;
}
