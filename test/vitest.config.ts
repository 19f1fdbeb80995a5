// One run, five projects. Unit is every test that no other project claims, and mirrors the source.
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const own = ['architecture', 'simulation', 'integration', 'load', 'browser'];
const files = (folder: string): string[] => [`test/${folder}/**/*.test.{ts,tsx}`];

function project(
  name: string,
  groupOrder: number,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, sequence: { groupOrder }, ...test } };
}

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    passWithNoTests: true,
    projects: [
      // A limit against hanging only: on a busy machine a rule is no less true for taking longer. Pure code leaves
      // nothing behind: the files of a worker share its modules, which takes a fifth of the time.
      project('architecture', 0, { include: files('architecture'), testTimeout: 60_000, isolate: false }),
      project('unit', 0, {
        include: files('**'),
        exclude: own.flatMap(files),
        testTimeout: 60_000,
        isolate: false,
      }),
      project('simulation', 1, { include: files('simulation'), testTimeout: 120_000 }),
      // Real processes and sockets: one file at a time, so that they do not wait for each other's cores.
      project('integration', 2, {
        include: [...files('integration'), ...files('load')],
        maxWorkers: 1,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // A browser mostly waits: two files share the cores well.
      project('browser', 3, {
        include: files('browser'),
        globalSetup: 'test/support/browser-setup.ts',
        maxWorkers: 2,
        testTimeout: 300_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
