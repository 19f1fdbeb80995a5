/** Package managers of the systems: apk and apt. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { OTHER_PACKAGE, PACKAGES, type Package } from '../catalogue/packages.ts';
import { addFile, addTool, failed, need, plainWords, type Handler, type Room } from './room.ts';

/** apt's own exit code. */
const APT_FAILED = 100;
const PACKAGE_LISTS = '/var/lib/apt/lists/packages';
const LISTS_BYTES = 20 * MIB;
const LISTS_TICKS = 4;

interface Manager {
  readonly tool: string;
  readonly installs: string;
  /** It knows only what its lists name. */
  readonly isListed: boolean;
  /** Options that take the next word. */
  readonly valued: ReadonlySet<string>;
}

const APK: Manager = {
  tool: 'apk',
  installs: 'add',
  isListed: false,
  valued: new Set(['-t', '--virtual', '-X', '--repository']),
};
const APT: Manager = {
  tool: 'apt-get',
  installs: 'install',
  isListed: true,
  valued: new Set(['-t', '--target-release', '-o', '-c']),
};

function handlerOf({ tool, installs, isListed, valued }: Manager): Handler {
  return (room, words) => {
    need(room, tool, words);
    const [verb, ...names] = plainWords(words, valued);
    if (verb === 'update') {
      if (isListed) addFile(room, PACKAGE_LISTS, { bytes: LISTS_BYTES, sum: digestOfText('package lists') });
      room.ticks += LISTS_TICKS;
    } else if (verb === 'upgrade' || verb === 'dist-upgrade') upgrade(room);
    else if (verb === installs) {
      const isUnlisted = isListed && room.files[PACKAGE_LISTS] === undefined;
      if (isUnlisted) throw failed(words, APT_FAILED, `E: Unable to locate package ${names[0] ?? ''}`);
      for (const name of names) install(room, name);
    } else room.ticks += 1;
  };
}

function packageOf(name: string): Package {
  return Object.hasOwn(PACKAGES, name) ? (PACKAGES[name] ?? OTHER_PACKAGE) : OTHER_PACKAGE;
}

function install(room: Room, text: string): void {
  const [name = '', version] = text.split('=');
  const item = packageOf(name);
  room.bytes += item.bytes;
  room.ticks += item.ticks;
  room.packages[name.slice(0, 100)] = (version ?? item.version).slice(0, 40);
  for (const tool of item.tools) addTool(room, `/usr/bin/${tool}`);
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
