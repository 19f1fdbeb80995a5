/** Where a Python lives, and finds its modules. Source: docs.python.org/3/library/site.html. */
import type { ImageConfig } from '../../../api/world/image.ts';
import { absolutePath, baseName, filesOf, pathsUnder, type Files, type Packages } from '../stage-state.ts';

/** The system's own: its packages are apt's and apk's. */
export const SYSTEM_HOME = '/usr';
const DEFAULT_PATH = '/usr/local/bin:/usr/bin:/bin';

/** Directory above the `bin` that a command comes from: by its path, or the first on PATH that has it. */
export function homeOf(files: Files, path: string | undefined, workdir: string, command: string): string {
  if (command.includes('/')) return absolutePath(workdir, command).replace(/\/bin\/[^/]*$/, '');
  const directories = `${path ?? ''}:${DEFAULT_PATH}`.split(':').filter((directory) => directory.startsWith('/'));
  const found = directories.find((directory) => files[absolutePath(directory, command)] !== undefined);
  return absolutePath('/', found ?? '/usr/local/bin').replace(/\/bin$/, '');
}

/** Each version has modules of its own. */
export function siteOf({ python, python3 }: Packages, base: string, home: string): string {
  const own = home === SYSTEM_HOME ? python3 : (python ?? python3);
  const [version = '3'] = /^\d+\.\d+/.exec(own ?? '') ?? [];
  return absolutePath(base, `lib/python${version}/site-packages`);
}

/** What the bookstall's program needs is where this interpreter looks: beside the script, on PYTHONPATH, in its sites. */
export function findsFlask(config: ImageConfig, interpreter: string, script: string): boolean {
  const { env, workdir, packages = {} } = config;
  const files = filesOf(config);
  const home = homeOf(files, env['PATH'], workdir, interpreter);
  const places = [
    absolutePath(workdir, script).replace(/\/[^/]*$/, '') || '/',
    ...(env['PYTHONPATH'] ?? '').split(':').filter((place) => place !== ''),
    siteOf(packages, home, home),
    siteOf(packages, `${env['HOME'] ?? '/root'}/.local`, home),
  ];
  return places.some((place) => pathsUnder(files, absolutePath(place, 'flask')).length > 0);
}

/** `flask run`, `gunicorn app:app`: servers that look for a program in the working directory. */
export function appOf(tool: string, words: readonly string[]): string | undefined {
  if (tool === 'flask') return words.includes('run') ? 'app.py' : undefined;
  if (tool !== 'gunicorn' && tool !== 'uvicorn') return undefined;
  const [, module] = words.flatMap((word) => /^([A-Za-z_][\w.]*):[A-Za-z_]\w*$/.exec(word) ?? []);
  return module === undefined ? undefined : `${baseName(module.replaceAll('.', '/'))}.py`;
}
