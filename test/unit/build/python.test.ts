// Python in a blueprint: pip, requirements, rooms of their own, and what runs in the end.
import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

const SLIM = 'FROM python:3.12-slim\nWORKDIR /app\n';
const APP = 'COPY bookstall-src/requirements.txt bookstall-src/app.py ./\n';
const LIST = 'RUN pip install --no-cache-dir -r requirements.txt\n';
const RUNS = { name: 'app.py', exit: null };
const MISSES = { exit: { code: 1, lastWords: "ModuleNotFoundError: No module named 'flask'" } };

function built(dockerfile: string) {
  const result = explainBuild(aWorld(), dockerfile);
  if ('errors' in result) throw new Error(result.errors.map(({ details }) => details['words']).join());
  return result;
}
const programOf = (dockerfile: string) => built(dockerfile).image.config.program;

test.each([
  'CMD ["python", "app.py"]',
  'CMD ["python3", "-u", "/app/app.py"]',
  'ENTRYPOINT ["python"]\nCMD ["app.py"]',
  'CMD ["flask", "run", "--host=0.0.0.0"]',
  'CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]',
])('BUILD-48 %j runs the program', (command) => {
  expect(programOf(SLIM + APP + LIST + command)).toMatchObject(RUNS);
});

test.each([
  ['nobody installed them', SLIM + APP],
  ['they are in another directory', `${SLIM}${APP}RUN pip install --target /elsewhere flask\n`],
  [
    'they are of another version',
    `FROM python:3.13 AS b\nRUN pip install flask\n${SLIM}${APP}COPY --from=b /usr/local/lib /usr/local/lib\n`,
  ],
])('BUILD-48 modules are missed where %s', (_why, dockerfile) => {
  expect(programOf(`${dockerfile}CMD ["python", "app.py"]`)).toMatchObject(MISSES);
});

test.each([
  ['by their names', `${SLIM}${APP}RUN pip install "Flask==3.1.2" gunicorn\n`],
  ['through python itself', `${SLIM}${APP}RUN python -m pip install -r requirements.txt\n`],
  [
    'with a prefix, copied from a stage',
    `FROM python:3.12-slim AS b\n${APP}RUN pip install --prefix=/install -r requirements.txt\n${SLIM}${APP}COPY --from=b /install /usr/local\n`,
  ],
  ['at a path that PYTHONPATH names', `${SLIM}${APP}RUN pip install -t /libs flask\nENV PYTHONPATH=/libs\n`],
  ['in a room of their own', `${SLIM}RUN python -m venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n${APP}${LIST}`],
  ['at home, by somebody who is not root', `${SLIM}${APP}USER reader\nRUN pip install -r requirements.txt\n`],
])('BUILD-48 modules are found %s', (_way, dockerfile) => {
  expect(programOf(`${dockerfile}CMD ["python", "app.py"]`)).toMatchObject(RUNS);
});

test.each([
  ['RUN pip install -r requirements.txt', 1, /Could not open requirements file/],
  ['RUN pip install', 1, /You must give at least one requirement/],
  ['RUN pip install .', 1, /Neither 'setup.py' nor 'pyproject.toml' found/],
])('BUILD-48 %s fails in the real words', (line, code, words) => {
  const result = explainBuild(aWorld(), `${SLIM}${line}`);
  expect(result).toMatchObject({ errors: [{ details: { code, words: expect.stringMatching(words) } }] });
});

test('BUILD-48 the system’s own Python leaves its packages to the system', () => {
  const apt = 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y python3 python3-pip\n';
  const result = explainBuild(aWorld(), `${apt}RUN pip install flask`);
  expect(result).toMatchObject({ errors: [{ details: { code: 1, words: 'error: externally-managed-environment' } }] });
  const forced = `${apt}${APP}RUN pip install --break-system-packages flask\nCMD ["python3", "app.py"]`;
  expect(programOf(forced)).toMatchObject(RUNS);
  expect(explainBuild(aWorld(), 'FROM hut\nRUN pip install flask')).toMatchObject({
    errors: [{ details: { code: 127 } }],
  });
});

test('BUILD-48 what pip fetched weighs on in its cache, unless it keeps none', () => {
  const bytesOf = (line: string) => built(`${SLIM}${APP}RUN ${line}`).steps.at(-1)?.bytes ?? 0;
  const list = 'pip install -r requirements.txt';
  expect(bytesOf(list) - bytesOf(`${list} --no-cache-dir`)).toBe(4 * MIB);
  expect(bytesOf(`--mount=type=cache,target=/root/.cache/pip ${list}`)).toBe(bytesOf(`${list} --no-cache-dir`));
  expect(bytesOf(`${list} && rm -rf /root/.cache`)).toBe(bytesOf(`${list} --no-cache-dir`));
});

test('BUILD-48 each interpreter reads its own language, and a script that is not there is missed', () => {
  const foreign = { exit: { code: 1, lastWords: 'SyntaxError: invalid syntax' } };
  expect(programOf(`${SLIM}COPY canteen-src/server.js ./\nCMD ["python", "server.js"]`)).toMatchObject(foreign);
  expect(programOf(`FROM node:22-slim\nCOPY bookstall-src/app.py /\nCMD ["node", "app.py"]`)).toMatchObject(foreign);
  const lastWords = "python: can't open file '/app/main.py': [Errno 2] No such file or directory";
  expect(programOf(`${SLIM}CMD ["python", "main.py"]`)).toMatchObject({ exit: { code: 2, lastWords } });
});

test('BUILD-49 an entrypoint runs what it is handed; options are for its own program', () => {
  const name = (lines: string) => programOf(`FROM redis\n${lines}`).name;
  expect(name('LABEL a=b')).toBe('redis-server');
  expect(name('CMD ["--appendonly", "yes"]')).toBe('redis-server');
  expect(name('CMD ["redis-server", "/etc/redis.conf"]')).toBe('redis-server');
  expect(name('CMD ["sleep", "5"]')).toBe('sleep');
  expect(programOf('FROM hut\nENTRYPOINT ["docker-entrypoint.sh"]')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-40 a server of Docker Hub is built upon, with its port and its command', () => {
  const { image } = built('FROM nginx:1.28-alpine\nCOPY plans/menu.txt /usr/share/nginx/html/\n');
  expect(image.config).toMatchObject({ exposedPorts: [80], stopSignal: 'SIGQUIT', program: { name: 'nginx' } });
});
