/** Python's package manager, pip, and its rooms of their own (venv). Source: pip.pypa.io/en/stable/cli/pip_install. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { absolutePath, baseName } from '../stage-state.ts';
import { homeOf, siteOf, SYSTEM_HOME } from './python-home.ts';
import { addFile, addTool, FAILED, failed, need, plainWords, valueOf, type Handler, type Room } from './room.ts';

const MODULES_BYTES = 12 * MIB;
const MODULES_TICKS = 6;
/** One that is installed by its name. */
const MODULE_BYTES = 6 * MIB;
const MODULE_TICKS = 2;
/** What it fetched stays with it, where nobody says `--no-cache-dir`. */
const CACHE_BYTES = 4 * MIB;

const PIP_VALUED: ReadonlySet<string> = new Set(
  '-r --requirement -c --constraint -t --target --prefix -i --index-url --extra-index-url --trusted-host'.split(' '),
);
/** Tools that come with a module of that name. */
const WITH_TOOL: ReadonlySet<string> = new Set(['flask', 'gunicorn', 'uvicorn', 'pytest']);

export const pip: Handler = (room, words) => {
  need(room, baseName(words[0] ?? ''), words);
  const [verb = '', ...names] = plainWords(words, PIP_VALUED);
  if (verb !== 'install') {
    room.ticks += 1;
    return;
  }
  const lists = words.flatMap((word, index) => listNamed(word, words[index + 1]));
  if (lists.length === 0 && names.length === 0) {
    throw failed(words, FAILED, 'ERROR: You must give at least one requirement to install (see "pip help install")');
  }
  const home = homeOf(room.files, room.variables['PATH'], room.workdir, words[0] ?? '');
  if (home === SYSTEM_HOME && !words.includes('--break-system-packages')) {
    throw failed(words, FAILED, 'error: externally-managed-environment');
  }
  const site = placeOf(room, words, home);
  for (const list of lists) installList(room, words, site, list);
  for (const name of names) installModule(room, words, { site, home }, name);
  if (words.includes('--no-cache-dir') || room.variables['PIP_NO_CACHE_DIR'] !== undefined) return;
  addFile(room, `${room.variables['HOME'] ?? '/root'}/.cache/pip/wheels`, {
    bytes: CACHE_BYTES,
    sum: digestOfText('wheels'),
  });
};

/** `-r FILE`, `-rFILE`, `--requirement=FILE`. */
function listNamed(word: string, next: string | undefined): readonly string[] {
  if (word === '-r' || word === '--requirement') return [next ?? ''];
  const [, list] = /^(?:-r|--requirement=)(.+)$/.exec(word) ?? [];
  return list === undefined ? [] : [list];
}

/** Where it puts modules: who may not write beside the interpreter has them at home. */
function placeOf(room: Room, words: readonly string[], home: string): string {
  const target = valueOf(words, ['-t', '--target']);
  if (target !== undefined) return absolutePath(room.workdir, target);
  const prefix = valueOf(words, ['--prefix']);
  const own = words.includes('--user') || (!room.isRoot && home === '/usr/local');
  const base = prefix ?? (own ? `${room.variables['HOME'] ?? '/root'}/.local` : home);
  return siteOf(room.packages, absolutePath(room.workdir, base), home);
}

function installList(room: Room, words: readonly string[], site: string, list: string): void {
  const file = room.files[absolutePath(room.workdir, list)];
  if (!file) {
    const said = `ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${list.slice(0, 100)}'`;
    throw failed(words, FAILED, said);
  }
  addFile(room, `${site}/flask`, { bytes: MODULES_BYTES, sum: digestOfText(`modules of ${file.sum}`) });
  for (const tool of ['flask', 'gunicorn']) addTool(room, `${site.replace(/\/lib\/.*$/, '/bin')}/${tool}`);
  room.ticks += MODULES_TICKS;
}

function installModule(
  room: Room,
  words: readonly string[],
  { site, home }: { readonly site: string; readonly home: string },
  text: string,
): void {
  if (/^\.|\//.test(text)) {
    const said = `ERROR: Directory '${text.slice(0, 100)}' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.`;
    throw failed(words, FAILED, said);
  }
  const [name = ''] = /^[\w.-]+/.exec(text) ?? [];
  const module = name.toLowerCase().slice(0, 100);
  addFile(room, `${site}/${module}`, { bytes: MODULE_BYTES, sum: digestOfText(`module ${text}`) });
  if (WITH_TOOL.has(module)) addTool(room, `${home}/bin/${module}`);
  room.ticks += MODULE_TICKS;
}

/** `python -m pip` is pip; `python -m venv` furnishes a room with an interpreter of its own. */
export const python: Handler = (room, words) => {
  const [interpreter = '', option, module, ...rest] = words;
  need(room, baseName(interpreter), words);
  room.ticks += 2;
  if (option !== '-m') return;
  if (module === 'pip') pip(room, [interpreter.replace(/python3?$/, 'pip'), ...rest]);
  if (module !== 'venv') return;
  for (const place of plainWords(['venv', ...rest])) {
    const directory = absolutePath(room.workdir, place);
    for (const tool of ['python', 'python3', 'pip', 'pip3']) addTool(room, `${directory}/bin/${tool}`);
  }
};
