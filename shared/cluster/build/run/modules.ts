/** Package managers of Node.js: npm, yarn, pnpm. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { absolutePath, baseName } from '../stage-state.ts';
import { addFile, addTool, FAILED, failed, need, plainWords, valueOf, type Handler, type Room } from './room.ts';

/** npm's own exit codes, of ENOENT and EACCES. */
export const NPM_NO_MANIFEST = 254;
const NPM_DENIED = 243;

const MODULES_BYTES = 60 * MIB;
const MODULES_TICKS = 12;
/** One that is installed by its name. */
const MODULE_BYTES = 8 * MIB;
const MODULE_TICKS = 3;

const NPM_VALUED: ReadonlySet<string> = new Set(['--prefix', '-C', '--omit', '--registry', '--loglevel']);

export const npm: Handler = (room, words) => {
  need(room, 'npm', words);
  const [verb = '', ...names] = plainWords(words, NPM_VALUED);
  if (!['ci', 'install', 'i', 'add'].includes(verb)) {
    room.ticks += 2;
    return;
  }
  const isGlobal = words.includes('-g') || words.includes('--global');
  const directory = absolutePath(room.workdir, valueOf(words, ['--prefix', '-C']) ?? '.');
  if (verb !== 'ci' && (isGlobal || names.length > 0)) {
    if (isGlobal && !room.isRoot) throw failed(words, NPM_DENIED, 'npm error code EACCES');
    for (const name of names) installModule(room, isGlobal ? '/usr/local/lib' : directory, name, isGlobal);
    if (isGlobal) return;
  }
  const has = (name: string) => room.files[absolutePath(directory, name)];
  if (verb === 'ci' && !has('package-lock.json') && !has('npm-shrinkwrap.json')) {
    const said = 'npm error The `npm ci` command can only install with an existing package-lock.json';
    throw failed(words, FAILED, said);
  }
  const manifest = has('package.json');
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

interface Other {
  readonly tool: string;
  /** What it says without a package.json. */
  readonly missing: string;
  /** The file that `--frozen-lockfile` asks for; null where it does without. */
  readonly lockfile: string | null;
  /** Alone, it installs. */
  readonly installsAlone: boolean;
}

function handlerOf({ tool, missing, lockfile, installsAlone }: Other): Handler {
  return (room, words) => {
    need(room, tool, words);
    const [verb = installsAlone ? 'install' : '', ...names] = plainWords(words, NPM_VALUED);
    if (!['install', 'i', 'add', 'ci'].includes(verb)) {
      room.ticks += 2;
      return;
    }
    for (const name of verb === 'add' ? names : []) installModule(room, room.workdir, name, false);
    const manifest = room.files[absolutePath(room.workdir, 'package.json')];
    if (!manifest) throw failed(words, FAILED, missing);
    const isFrozen = words.includes('--frozen-lockfile') && lockfile !== null;
    if (isFrozen && !room.files[absolutePath(room.workdir, lockfile)]) {
      throw failed(words, FAILED, `${lockfile} is absent`);
    }
    installModules(room, room.workdir, manifest.sum);
  };
}

/** Source: classic.yarnpkg.com, the version in the official image. */
export const yarn = handlerOf({
  tool: 'yarn',
  missing: "error Couldn't find a package.json file",
  lockfile: null,
  installsAlone: true,
});

/** Source: pnpm.io/cli/install. */
export const pnpm = handlerOf({
  tool: 'pnpm',
  missing: 'ERR_PNPM_NO_PKG_MANIFEST  No package.json found',
  lockfile: 'pnpm-lock.yaml',
  installsAlone: false,
});

/** `corepack enable pnpm` puts its commands beside node's. */
export const corepack: Handler = (room, words) => {
  need(room, 'corepack', words);
  const [verb, ...names] = plainWords(words);
  for (const name of verb === 'enable' ? [...names, 'pnpm'] : []) addTool(room, `/usr/local/bin/${baseName(name)}`);
  room.ticks += 1;
};
