/** How figures are printed: one a line, aligned. */
export function heading(text: string): void {
  console.log(`\n${text}`);
}

export function figure(what: string, value: string, note = ''): void {
  console.log(`  ${what.padEnd(52)} ${value.padStart(16)}${note === '' ? '' : `   ${note}`}`);
}

export function bytes(count: number): string {
  if (count >= 1024 * 1024) return `${(count / 1024 / 1024).toFixed(2)} MiB`;
  return count >= 1024 ? `${(count / 1024).toFixed(1)} KiB` : `${Math.round(count)} B`;
}
