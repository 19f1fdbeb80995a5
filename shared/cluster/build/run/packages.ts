/** Package managers of the systems: apk and apt. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { OTHER_PACKAGE, PACKAGES, type Package } from '../catalogue/packages.ts';
import { addFile, addTool, failed, need, plainWords, removeFile, valueOf, type Handler, type Room } from './room.ts';

/** apt's own exit code. */
const APT_FAILED = 100;
const PACKAGE_LISTS = '/var/lib/apt/lists/packages';
const LISTS_BYTES = 20 * MIB;
const LISTS_TICKS = 4;

interface Manager {
  readonly tool: string;
  readonly installs: string;
  readonly removes: ReadonlySet<string>;
  /** It knows only what its lists name. */
  readonly isListed: boolean;
  /** Options that take the next word. */
  readonly valued: ReadonlySet<string>;
  /** What it ends with, and says, where it may not write. */
  readonly denied: readonly [code: number, said: string];
}

const APK: Manager = {
  tool: 'apk',
  installs: 'add',
  removes: new Set(['del']),
  isListed: false,
  valued: new Set(['-t', '--virtual', '-X', '--repository']),
  denied: [99, 'ERROR: Unable to lock database: Permission denied'],
};
const APT: Manager = {
  tool: 'apt-get',
  installs: 'install',
  removes: new Set(['remove', 'purge', 'autoremove', 'autopurge']),
  isListed: true,
  valued: new Set(['-t', '--target-release', '-o', '-c']),
  denied: [APT_FAILED, 'E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)'],
};

function handlerOf({ tool, installs, removes, isListed, valued, denied }: Manager): Handler {
  return (room, words) => {
    need(room, tool, words);
    if (!room.isRoot) throw failed(words, ...denied);
    const [verb, ...names] = plainWords(words, valued);
    if (verb === 'update') {
      if (isListed) addFile(room, PACKAGE_LISTS, { bytes: LISTS_BYTES, sum: digestOfText('package lists') });
      room.ticks += LISTS_TICKS;
    } else if (verb === 'upgrade' || verb === 'dist-upgrade') upgrade(room);
    else if (verb === installs) {
      const isUnlisted = isListed && room.files[PACKAGE_LISTS] === undefined;
      if (isUnlisted) throw failed(words, APT_FAILED, `E: Unable to locate package ${names[0] ?? ''}`);
      for (const name of names) install(room, name);
      const group = valueOf(words, ['-t', '--virtual']);
      if (!isListed && group !== undefined) room.packageGroups = { ...room.packageGroups, [group]: names };
    } else if (verb !== undefined && removes.has(verb)) {
      for (const name of names.flatMap((given) => [given, ...groupOf(room, given)])) uninstall(room, name);
      room.ticks += 1;
    } else room.ticks += 1;
  };
}

/** Tools that some package brings, so that without it there are none. */
const PACKAGED: ReadonlySet<string> = new Set(Object.values(PACKAGES).flatMap(({ tools }) => tools));

export function isPackaged(tool: string): boolean {
  return PACKAGED.has(tool);
}

function packageOf(name: string): Package {
  return Object.hasOwn(PACKAGES, name) ? (PACKAGES[name] ?? OTHER_PACKAGE) : OTHER_PACKAGE;
}

function install(room: Room, text: string): void {
  const [name = '', version] = text.split('=');
  const item = packageOf(name);
  room.bytes += item.bytes;
  room.ticks += item.ticks;
  const key = name.slice(0, 100);
  room.packages[key] = (version ?? item.version).slice(0, 40);
  room.installs.set(key, (room.installs.get(key) ?? 0) + 1);
  for (const tool of item.tools) addTool(room, `/usr/bin/${tool}`);
}

/** `apk add --virtual NAME ...`: packages that go together, under one name. */
function groupOf({ packageGroups }: Room, name: string): readonly string[] {
  return Object.hasOwn(packageGroups, name) ? (packageGroups[name] ?? []) : [];
}

/** Only what this RUN itself brought gives its weight back: a lower layer keeps what it holds. */
function uninstall(room: Room, text: string): void {
  const [name = ''] = text.split('=');
  const key = name.slice(0, 100);
  if (!Object.hasOwn(room.packages, key)) return;
  delete room.packages[key];
  const { bytes, tools } = packageOf(name);
  room.bytes -= bytes * (room.installs.get(key) ?? 0);
  room.installs.delete(key);
  for (const tool of tools) removeFile(room, `/usr/bin/${tool}`);
}

/** Every package that the sources know in a newer version. */
function upgrade(room: Room): void {
  for (const [name, version] of Object.entries(room.packages)) {
    const item = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
    if (item && item.version !== version) install(room, name);
  }
  room.ticks += LISTS_TICKS;
}

export const apk = handlerOf(APK);
export const apt = handlerOf(APT);
