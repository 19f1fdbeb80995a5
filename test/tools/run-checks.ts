// `npm run check`: types, lint, format and unused code. Every check runs, so that one run tells all.
import { checks, runStep } from './steps.ts';

const failed = checks.filter((step) => !runStep(step)).map((step) => step.name);
console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
