/** Vulnerability scan: an image's bill of materials, held against the advisories. Pure. */
import { SEVERITIES, type Advisory, type Severity } from '../../api/world/keeper.ts';
import type { Image } from '../../api/world/image.ts';
import { byCodeUnit, sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';
import { ADVISORIES } from './advisories.ts';

export interface Finding extends Advisory {
  readonly version: string;
}

/** What is known of weaknesses now: what was from the start, and what came out since. */
export function advisoriesOf(view: View): readonly Advisory[] {
  return [...ADVISORIES, ...(view.get('Registry', 'registry')?.advisories ?? [])];
}

/** It holds the package in a version before the one that mends it. */
export function isWeak({ config: { packages = {} } }: Image, weakness: Pick<Advisory, 'package' | 'fixedIn'>): boolean {
  const version = packages[weakness.package];
  return version !== undefined && compareVersions(version, weakness.fixedIn) < 0;
}

/** The worst first. */
export function scanImage(advisories: readonly Advisory[], image: Image): readonly Finding[] {
  const { packages = {} } = image.config;
  const findings = sortedKeys(packages).flatMap((name) => {
    const version = packages[name] ?? '';
    const known = advisories.filter((advisory) => advisory.package === name && isWeak(image, advisory));
    return known.map((advisory) => ({ ...advisory, version }));
  });
  return findings.sort((a, b) => rank(b.severity) - rank(a.severity) || byCodeUnit(a.id, b.id));
}

export function findingsFrom(findings: readonly Finding[], lowest: Severity): readonly Finding[] {
  return findings.filter(({ severity }) => rank(severity) >= rank(lowest));
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Number by number; a missing one is 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
