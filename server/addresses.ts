/** The addresses under which a class can open this server: what the host's page shows, and the start prints. */
import { networkInterfaces } from 'node:os';

const ANYWHERE = new Set([undefined, '0.0.0.0', '::']);

export function classAddresses(
  publicUrl: string | undefined,
  host: string | undefined,
  port: number,
): readonly string[] {
  if (publicUrl !== undefined) return [publicUrl.replace(/\/$/, '')];
  if (!ANYWHERE.has(host)) return [`http://${host?.includes(':') ? `[${host}]` : host}:${port}`];
  const inNetwork = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
  return [...inNetwork, `http://localhost:${port}`];
}
