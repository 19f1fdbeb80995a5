// Installs Debian packages for tests that need a program which npm does not bring.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const isDebian = (): boolean =>
  existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));

export function succeeds(command: string, args: readonly string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

export function aptInstall(packages: readonly string[]): boolean {
  const root = process.getuid?.() === 0;
  const apt = (...args: string[]): boolean =>
    root ? succeeds('apt-get', args) : succeeds('sudo', ['-n', 'apt-get', ...args]);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
