// The steps that `npm run check` and `npm test` share: each one command, its name and its time on one line.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export const root = join(import.meta.dirname, '../..');

export interface Step {
  readonly name: string;
  /** An npm package's program, run on this very Node. */
  readonly program: string;
  readonly args: readonly string[];
}

export const checks: readonly Step[] = [
  { name: 'types', program: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'lint', program: 'oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'format', program: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { name: 'knip', program: 'knip/bin/knip.js', args: ['--no-config-hints'] },
];

const programPath = (program: string): string => join(root, 'node_modules', program);

export function runNode(args: readonly string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

export function timed(name: string, run: () => boolean): boolean {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const passed = run();
  console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return passed;
}

export function runStep(step: Step): boolean {
  return timed(step.name, () => runNode([programPath(step.program), ...step.args]));
}
