import { expect, test } from 'vitest';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

function programOf(lines: string, base = 'node:22-slim') {
  const result = explainBuild(aWorld(), `FROM ${base}\n${lines}`);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result.image.config.program;
}

const CANTEEN = 'WORKDIR /app\nCOPY canteen-src/package.json canteen-src/server.js ./\nRUN npm ci\n';
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
