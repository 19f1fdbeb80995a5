/** JavaScriptCore by its shell: the script, the cases, and what it prints. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineCase } from './checkpoints.ts';

export async function runInShell(program: string, script: string, cases: readonly EngineCase[]): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'podville-shell-'));
  try {
    const file = join(folder, 'engines.js');
    const ask = `print(JSON.stringify(${JSON.stringify(cases)}.map((one) => engines.checkpoints(one))));`;
    writeFileSync(file, `${script}\n${ask}\n`);
    return JSON.parse(await outputOf(program, [file])) as string[][];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, problems] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (problems += String(data)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${program} ended with ${code}: ${problems || out}`));
    });
  });
}
