/** Tools whose work a build can see: what they need, and what they make. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { absolutePath, baseName, isDirectory, pathsUnder } from '../stage-state.ts';
import { apk, apt } from './packages.ts';
import {
  addFile,
  addTool,
  addWeight,
  doWork,
  FAILED,
  failed,
  need,
  plainWords,
  removeFile,
  valueOf,
  type Handler,
  type Room,
} from './room.ts';

/** npm's own exit code, of ENOENT. */
export const NPM_NO_MANIFEST = 254;

const MODULES_BYTES = 60 * MIB;
const MODULES_TICKS = 12;
/** One that is installed by its name. */
const MODULE_BYTES = 8 * MIB;
const MODULE_TICKS = 3;
const COMPILE_TICKS = 10;
const BINARY_BYTES = 7 * MIB;
const COMPILE_CACHE_BYTES = 120 * MIB;
/** Source: go help cache; the official image's GOPATH. */
const GO_COMPILED = '/root/.cache/go-build';
const GO_MODULES = '/go/pkg/mod';

/** Source: GNU coreutils and busybox: cp, mv. */
const copy: Handler = (room, words) => {
  const paths = plainWords(words).map((word) => absolutePath(room.workdir, word));
  const into = paths.pop() ?? '/';
  const isInto = paths.length > 1 || isDirectory(room.files, room.directories, into);
  for (const path of paths) {
    const files = pathsUnder(room.files, path);
    const place = isInto ? absolutePath(into, baseName(path)) : into;
    for (const file of files) {
      const copied = room.files[file];
      if (copied) addFile(room, absolutePath('/', place + file.slice(path.length)), { ...copied });
      if (words[0] === 'mv') removeFile(room, file);
    }
  }
  room.ticks += 1;
};

const remove: Handler = (room, words) => {
  for (const word of plainWords(words)) {
    const path = absolutePath(room.workdir, word.replace(/\/?\*$/, ''));
    for (const file of pathsUnder(room.files, path)) removeFile(room, file);
    room.directories = room.directories.filter((known) => known !== path && !known.startsWith(`${path}/`));
  }
  room.ticks += 1;
};

const makeDirectory: Handler = (room, words) => {
  const made = plainWords(words, new Set(['-m', '--mode'])).map((word) => absolutePath(room.workdir, word));
  room.directories = [...new Set([...room.directories, ...made])];
  doWork(room, words);
};

const NPM_VALUED: ReadonlySet<string> = new Set(['--prefix', '-C', '--omit', '--registry', '--loglevel']);

const npm: Handler = (room, words) => {
  need(room, 'npm', words);
  const [verb = '', ...names] = plainWords(words, NPM_VALUED);
  if (!['ci', 'install', 'i', 'add'].includes(verb)) {
    room.ticks += 2;
    return;
  }
  const isGlobal = words.includes('-g') || words.includes('--global');
  const directory = absolutePath(room.workdir, valueOf(words, ['--prefix', '-C']) ?? '.');
  if (verb !== 'ci' && (isGlobal || names.length > 0)) {
    for (const name of names) installModule(room, isGlobal ? '/usr/local/lib' : directory, name, isGlobal);
    if (isGlobal) return;
  }
  const manifest = room.files[absolutePath(directory, 'package.json')];
  if (manifest) installModules(room, directory, manifest.sum);
  else if (verb === 'ci' || names.length === 0) {
    throw failed(words, NPM_NO_MANIFEST, 'npm error enoent Could not read package.json');
  }
};

function installModules(room: Room, directory: string, manifestSum: string): void {
  const sum = digestOfText(`node_modules of ${manifestSum}`);
  addFile(room, absolutePath(directory, 'node_modules/express'), { bytes: MODULES_BYTES, sum });
  room.ticks += MODULES_TICKS;
}

function installModule(room: Room, directory: string, text: string, isGlobal: boolean): void {
  const name = text.replace(/(.)@.*$/, '$1').slice(0, 100);
  addFile(room, absolutePath(directory, `node_modules/${name}`), {
    bytes: MODULE_BYTES,
    sum: digestOfText(`module ${text}`),
  });
  if (isGlobal) addTool(room, `/usr/local/bin/${baseName(name)}`);
  room.ticks += MODULE_TICKS;
}

const go: Handler = (room, words) => {
  need(room, 'go', words);
  if (words[1] === 'mod') {
    addWeight(room, GO_MODULES, MODULES_BYTES);
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
  if (makes === undefined) throw failed(words, FAILED, `no Go files in ${room.workdir}`);
  const path = absolutePath(room.workdir, valueOf(words, ['-o']) ?? baseName(makes));
  const sum = digestOfText(`built ${sources.map((name) => room.files[name]?.sum).join(' ')}`);
  addFile(room, path, { bytes: BINARY_BYTES, sum, program: makes });
  addWeight(room, GO_COMPILED, COMPILE_CACHE_BYTES);
  room.ticks += COMPILE_TICKS;
};

export const TOOLS: Readonly<Record<string, Handler>> = {
  apk,
  apt,
  'apt-get': apt,
  npm,
  go,
  rm: remove,
  cp: copy,
  mv: copy,
  mkdir: makeDirectory,
};
