import { expect, test } from 'vitest';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

function programOf(lines: string, base = 'node:22-slim') {
  const result = explainBuild(aWorld(), `FROM ${base}\n${lines}`);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result.image.config.program;
}

const CANTEEN = 'WORKDIR /app\nCOPY canteen-src/package*.json canteen-src/server.js ./\nRUN npm ci\n';
const RUNS = { name: 'server.js', exit: null };

test.each([
  'CMD ["node", "--max-old-space-size=256", "server.js"]',
  'CMD ["node", "-r", "dotenv/config", "server.js"]',
  'CMD ["node", "server"]',
  'WORKDIR /\nCMD ["node", "/app/server.js"]',
  'WORKDIR /app/deep\nCOPY canteen-src/server.js ./\nCMD ["node", "server.js"]',
  'CMD NODE_ENV=production node server.js',
  'ENTRYPOINT ["node"]\nCMD ["server.js"]',
  'CMD ["npm", "start"]',
  'CMD ["npm", "run", "start", "--silent"]',
])('BUILD-40 %j runs the script', (command) => {
  expect(programOf(CANTEEN + command)).toMatchObject(RUNS);
});

test('BUILD-40 modules of another directory are no help', () => {
  const elsewhere = `${CANTEEN}COPY canteen-src/server.js /srv/\nCMD ["node", "/srv/server.js"]`;
  expect(programOf(elsewhere)).toMatchObject({ exit: { code: 1, lastWords: expect.stringContaining('express') } });
});

test('BUILD-40 npm start needs a package.json, and something to start', () => {
  expect(programOf('CMD ["npm", "start"]')).toMatchObject({ name: 'npm', exit: { code: 254 } });
  const empty = 'WORKDIR /app\nCOPY canteen-src/package.json ./\nCMD ["npm", "start"]';
  expect(programOf(empty)).toMatchObject({ exit: { code: 1, lastWords: 'npm error Missing script: "start"' } });
  expect(programOf('CMD ["npm", "start"]', 'alpine')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-33 npm keeps the SIGTERM from what it starts, node does not', () => {
  expect(programOf(`${CANTEEN}CMD ["npm", "start"]`).ignoresTerm).toBe(true);
  expect(programOf(`${CANTEEN}CMD ["node", "server.js"]`).ignoresTerm).toBeUndefined();
});

test('BUILD-40 a shell or a tool is found where the image has it', () => {
  const ends = { exit: { code: 0 } };
  expect(programOf('CMD ["bash"]', 'debian')).toMatchObject({ name: 'bash', ...ends });
  expect(programOf('CMD ["/bin/bash"]', 'debian')).toMatchObject({ name: 'bash', ...ends });
  expect(programOf('CMD ["node"]')).toMatchObject({ name: 'node', ...ends });
  expect(programOf('CMD ["bash"]', 'alpine')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-11 a program is found by the name of its file, too', () => {
  const built = 'WORKDIR /src\nCOPY teahouse-src ./\nRUN go build -o /usr/local/bin/app\n';
  expect(programOf(`${built}CMD ["app"]`, 'golang')).toMatchObject({ name: 'teahouse', exit: null });
  expect(programOf(`${built}CMD ["/usr/local/bin/app"]`, 'golang')).toMatchObject({ name: 'teahouse', exit: null });
  expect(programOf(`${built}CMD ["apps"]`, 'golang')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-40 a script that is not there is missed by its interpreter', () => {
  const lastWords = (lines: string, base?: string) => programOf(lines, base).exit;
  expect(lastWords(`${CANTEEN}CMD ["node", "app.js"]`)).toMatchObject({
    code: 1,
    lastWords: "Error: Cannot find module '/app/app.js'",
  });
  expect(lastWords(`${CANTEEN}WORKDIR /srv\nCMD node server.js`)).toMatchObject({
    lastWords: "Error: Cannot find module '/srv/server.js'",
  });
  const python = 'RUN apk add --no-cache python3\n';
  expect(lastWords(`${python}CMD ["python3", "app.py"]`, 'alpine')).toMatchObject({
    code: 2,
    lastWords: "python3: can't open file '/app.py': [Errno 2] No such file or directory",
  });
  expect(lastWords(`${python}CMD ["python3", "-m", "http.server"]`, 'alpine')).toMatchObject({ code: 0 });
});

test.each([
  ['CMD ["sleep", "90"]', { afterTicks: 90, code: 0 }],
  ['CMD sleep 2m', { afterTicks: 120, code: 0 }],
  ['CMD ["sleep", "infinity"]', null],
  ['CMD exec tail -f /dev/null', null],
  ['CMD while true; do echo open; sleep 1; done', null],
  ['CMD ["echo", "we are", "open"]', { code: 0, lastWords: 'we are open' }],
  ['CMD true && false', { code: 1 }],
  ['CMD for i in 1 2; do echo $i; done', { code: 0 }],
])('BUILD-44 %j ends as it says, or not at all', (command, exit) => {
  const { exit: end } = programOf(command, 'alpine');
  if (exit === null) expect(end).toBeNull();
  else expect(end).toMatchObject(exit);
});

test('BUILD-44 as a first process none of them heeds a SIGTERM, and FROM scratch has no sleep', () => {
  expect(programOf('CMD sleep infinity', 'alpine').ignoresTerm).toBe(true);
  expect(programOf('CMD ["sleep", "infinity"]', 'alpine').ignoresTerm).toBe(true);
  expect(programOf('CMD ["echo", "open"]', 'alpine').ignoresTerm).toBeUndefined();
  expect(programOf('CMD while true; do echo open; done', 'alpine').logsBytesPerTick).toBe(32);
  expect(programOf('CMD ["sleep", "1"]', 'scratch')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-44 RUNTIME-50 a command is as long in a blueprint as in a manifest', () => {
  const long = `echo ${'tea '.repeat(300)}`;
  expect(programOf(`CMD ${long}; sleep 7`)).toMatchObject({ name: 'sleep', exit: { afterTicks: 7 } });
  expect(programOf(`ENTRYPOINT ["sleep"]\nCMD [${'"1", '.repeat(39)}"1"]`)).toMatchObject({ exit: { afterTicks: 40 } });
});

test('BUILD-44 the last command runs on, where cd led', () => {
  expect(programOf(`${CANTEEN}WORKDIR /\nCMD cd /app && echo ready && exec node server.js`)).toMatchObject(RUNS);
  expect(programOf(`${CANTEEN}WORKDIR /\nCMD cd /app; node server.js;`).ignoresTerm).toBe(true);
  expect(programOf(`${CANTEEN}WORKDIR /\nCMD node server.js`)).toMatchObject({ exit: { code: 1 } });
});
