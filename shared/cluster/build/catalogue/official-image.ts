/** What an official image is, and what many of them share: a layer that a node has it need not pull again. */
import { MIB } from '../../../base/integers.ts';
import type { Program } from '../../../api/world/image.ts';

export interface BaseLayer {
  readonly work: string;
  readonly bytes: number;
}

export interface OfficialImage {
  readonly name: string;
  /** Whose namespace it is in; `library` where left out. */
  readonly publisher?: string;
  readonly tags: readonly string[];
  readonly style: string;
  readonly layers: readonly BaseLayer[];
  readonly program: Program;
  /** Null for an image that serves nobody by itself. */
  readonly port: number | null;
  /** Where it tells of its health, beside that. */
  readonly healthPorts?: readonly number[];
  /** What runs its program; the program's own name where left out. */
  readonly command?: readonly string[];
  /** Its command is handed to the script that all such images have. */
  readonly hasEntrypoint?: boolean;
  readonly stopSignal?: string;
  /** Paths of the commands that it has. */
  readonly tools: readonly string[];
  readonly packages: Readonly<Record<string, string>>;
}

/** The script that servers' images begin with: it hands on to what it is given. */
export const ENTRYPOINT = 'docker-entrypoint.sh';

/** What a family of systems brings: a shell and its package manager. */
export const ALPINE_TOOLS = ['/bin/sh', '/sbin/apk'];
export const DEBIAN_TOOLS = ['/bin/sh', '/bin/bash', '/usr/bin/apt-get'];
export const ALPINE: BaseLayer = { work: 'alpine 3.22', bytes: 8 * MIB };
export const DEBIAN_SLIM: BaseLayer = { work: 'debian 12 slim', bytes: 75 * MIB };
export const DEBIAN_REST: BaseLayer = { work: 'debian 12, the rest', bytes: 42 * MIB };
export const ALPINE_PACKAGES = { musl: '1.2.5', busybox: '1.37.0', openssl: '3.5.4' };
export const SLIM_PACKAGES = { libc6: '2.36', openssl: '3.5.4', perl: '5.36.0' };
export const DEBIAN_PACKAGES = { ...SLIM_PACKAGES, curl: '7.88.1', gnutls: '3.7.9' };
