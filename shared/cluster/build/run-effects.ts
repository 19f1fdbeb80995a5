/** What the commands of a RUN do to a stage: weight, time, files, packages; or how they fail. */
import { MIB } from '../../base/integers.ts';
import { digestOfText } from '../../base/sha256.ts';
import type { ImageConfig } from '../../api/world/image.ts';
import { OTHER_PACKAGE, PACKAGES } from './catalogue/packages.ts';
import { workOfCommand } from './catalogue/works.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { absolutePath, baseName, filesOf, hasTool, pathsUnder, type Files, type Packages } from './stage-state.ts';

export interface RunEffects {
  /** What the layer weighs: what is added and taken away again in one RUN weighs nothing. */
  readonly bytes: number;
  readonly ticks: number;
  readonly files: Files;
  readonly packages: Packages;
}

interface Room {
  readonly workdir: string;
  readonly before: Files;
  files: Record<string, Files[string]>;
  packages: Record<string, string>;
  bytes: number;
  ticks: number;
}

/** Shell's exit codes. */
const NOT_FOUND = 127;
const FAILED = 1;
/** apt's own. */
const APT_FAILED = 100;

const PACKAGE_LISTS = '/var/lib/apt/lists/packages';
const LISTS_BYTES = 20 * MIB;
const LISTS_TICKS = 4;
const MODULES_BYTES = 60 * MIB;
const MODULES_TICKS = 12;
const COMPILE_TICKS = 10;
const BINARY_BYTES = 7 * MIB;
const COMPILE_CACHE_BYTES = 120 * MIB;

export function runEffects(commandLine: string, config: ImageConfig): RunEffects {
  const before = filesOf(config);
  const room: Room = {
    workdir: config.workdir,
    before,
    files: { ...before },
    packages: { ...config.packages },
    bytes: 0,
    ticks: 0,
  };
  const commands = commandLine.split(/&&|;|\|\|?|\n/).map((part) => part.trim());
  for (const command of commands) if (command !== '') carryOut(room, command);
  const { bytes, ticks, files, packages } = room;
  return { bytes, ticks, files, packages };
}

function failed(command: string, code: number, words: string): DockerfileError {
  const message = `process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`;
  return new DockerfileError('dockerfileRunFailed', message, { command: command.slice(0, 100), code, words });
}

function need(room: Room, tool: string, command: string): void {
  if (!hasTool(room.files, tool)) throw failed(command, NOT_FOUND, `/bin/sh: ${tool}: not found`);
}

function carryOut(room: Room, command: string): void {
  const words = command.split(/\s+/);
  const [tool = ''] = words;
  const handler = Object.hasOwn(TOOLS, tool) ? TOOLS[tool] : undefined;
  if (handler) handler(room, words, command);
  else {
    const work = workOfCommand(words);
    room.bytes += work.bytes;
    room.ticks += work.ticks;
  }
}

type Handler = (room: Room, words: readonly string[], command: string) => void;

function installer(tool: string, installs: string, isListed: boolean): Handler {
  return (room, words, command) => {
    need(room, tool, command);
    const verb = words.slice(1).find((word) => !word.startsWith('-'));
    const names = words.slice(words.indexOf(verb ?? '') + 1).filter((word) => !word.startsWith('-'));
    if (verb === 'update') {
      if (isListed) addFile(room, PACKAGE_LISTS, { bytes: LISTS_BYTES, sum: digestOfText('package lists') });
      room.ticks += LISTS_TICKS;
    } else if (verb === 'upgrade' || verb === 'dist-upgrade') upgrade(room);
    else if (verb === installs) {
      const isUnlisted = isListed && room.files[PACKAGE_LISTS] === undefined;
      if (isUnlisted) throw failed(command, APT_FAILED, `E: Unable to locate package ${names[0] ?? ''}`);
      for (const name of names) install(room, name);
    } else room.ticks += 1;
  };
}

function install(room: Room, text: string): void {
  const [name = '', version] = text.split('=');
  const item = Object.hasOwn(PACKAGES, name) ? (PACKAGES[name] ?? OTHER_PACKAGE) : OTHER_PACKAGE;
  room.bytes += item.bytes;
  room.ticks += item.ticks;
  room.packages[name.slice(0, 100)] = (version ?? item.version).slice(0, 40);
  for (const tool of item.tools) room.files[`/usr/bin/${tool}`] = { bytes: 0, sum: digestOfText(`tool ${tool}`) };
}

/** Every package that the sources know in a newer version. */
function upgrade(room: Room): void {
  for (const [name, version] of Object.entries(room.packages)) {
    const item = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
    if (item && item.version !== version) install(room, name);
  }
  room.ticks += LISTS_TICKS;
}

function addFile(room: Room, path: string, file: Files[string]): void {
  room.bytes += file.bytes - (isNew(room, path) ? (room.files[path]?.bytes ?? 0) : 0);
  room.files[path] = file;
}

function isNew(room: Room, path: string): boolean {
  return room.files[path] !== undefined && room.files[path] !== room.before[path];
}

const remove: Handler = (room, words) => {
  for (const word of words.slice(1)) {
    if (word.startsWith('-')) continue;
    for (const path of pathsUnder(room.files, absolutePath(room.workdir, word.replace(/\/?\*$/, '')))) {
      // A lower layer keeps what it holds: this one only hides it.
      if (isNew(room, path)) room.bytes -= room.files[path]?.bytes ?? 0;
      delete room.files[path];
    }
  }
  room.ticks += 1;
};

const npm: Handler = (room, words, command) => {
  need(room, 'npm', command);
  if (!['ci', 'install', 'i'].includes(words[1] ?? '')) {
    room.ticks += 2;
    return;
  }
  const manifest = room.files[absolutePath(room.workdir, 'package.json')];
  if (!manifest) throw failed(command, FAILED, 'npm error enoent Could not read package.json');
  const sum = digestOfText(`node_modules of ${manifest.sum}`);
  addFile(room, absolutePath(room.workdir, 'node_modules/express'), { bytes: MODULES_BYTES, sum });
  room.ticks += MODULES_TICKS;
};

const go: Handler = (room, words, command) => {
  need(room, 'go', command);
  if (words[1] === 'mod') {
    room.bytes += MODULES_BYTES;
    room.ticks += MODULES_TICKS;
    return;
  }
  if (words[1] !== 'build') {
    room.ticks += 2;
    return;
  }
  const sources = pathsUnder(room.files, absolutePath(room.workdir, '.'));
  const source = sources.find((path) => room.files[path]?.makes !== undefined);
  const makes = source === undefined ? undefined : room.files[source]?.makes;
  if (makes === undefined) throw failed(command, FAILED, `no Go files in ${room.workdir}`);
  const output = words[words.indexOf('-o') + 1];
  const path = absolutePath(room.workdir, words.includes('-o') && output !== undefined ? output : baseName(makes));
  const sum = digestOfText(`built ${sources.map((name) => room.files[name]?.sum).join(' ')}`);
  addFile(room, path, { bytes: BINARY_BYTES, sum, program: makes });
  room.bytes += COMPILE_CACHE_BYTES;
  room.ticks += COMPILE_TICKS;
};

const TOOLS: Readonly<Record<string, Handler>> = {
  apk: installer('apk', 'add', false),
  apt: installer('apt-get', 'install', true),
  'apt-get': installer('apt-get', 'install', true),
  npm,
  go,
  rm: remove,
};
