// `npm run conformance -- [FILE or folder]`: the real projects' answers against the simulation's own functions.
import { isAbsolute, join } from 'node:path';
import { checkFile, type Failure } from './check.ts';
import { hasVectors, ORACLE, vectorFiles } from './vectors.ts';

const given = process.argv[2];
// npm runs scripts from the root of the repository; where the user stood is INIT_CWD.
const path =
  given === undefined ? ORACLE : isAbsolute(given) ? given : join(process.env['INIT_CWD'] ?? process.cwd(), given);

function print({ vector, got }: Failure): void {
  const json = (value: unknown) => JSON.stringify(value);
  console.log(`FAILED ${vector.name} ${vector.fn}`);
  console.log(`  input    ${json(vector.input)}\n  expected ${json(vector.expected)}\n  got      ${json(got)}`);
}

if (hasVectors(path)) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const file of vectorFiles(path)) {
    const { family, passed, failures, skipped } = await checkFile(file);
    for (const failure of failures) print(failure);
    const leftOut = skipped.length === 0 ? '' : ` (left out: ${skipped.join(', ')})`;
    lines.push(`${family}: ${passed} passed, ${failures.length} failed, ${skipped.length} skipped${leftOut}`);
    sum.passed += passed;
    sum.failed += failures.length;
    sum.skipped += skipped.length;
  }
  console.log(`${lines.join('\n')}\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
} else {
  console.error(`No vectors at ${path}`);
  process.exitCode = 1;
}
