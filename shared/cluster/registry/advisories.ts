/** Known weaknesses: what a scanner knows about versions of packages. Invented, in the shape of real advisories (metaphor). */
import type { Advisory } from '../../api/world/keeper.ts';

export const ADVISORIES: readonly Advisory[] = [
  { id: 'PVA-2021-4', package: 'log4shell-demo', fixedIn: '2.14.1', severity: 'critical' },
  { id: 'PVA-2022-1', package: 'openssl', fixedIn: '1.1.2', severity: 'critical' },
  { id: 'PVA-2023-7', package: 'openssl', fixedIn: '3.0.8', severity: 'high' },
  { id: 'PVA-2024-2', package: 'openssl', fixedIn: '3.5.0', severity: 'medium' },
  { id: 'PVA-2023-3', package: 'curl', fixedIn: '8.4.0', severity: 'high' },
  { id: 'PVA-2024-9', package: 'git', fixedIn: '2.45.1', severity: 'high' },
  { id: 'PVA-2022-8', package: 'python3', fixedIn: '3.10.9', severity: 'medium' },
  { id: 'PVA-2021-6', package: 'busybox', fixedIn: '1.34.0', severity: 'high' },
  { id: 'PVA-2020-5', package: 'musl', fixedIn: '1.2.3', severity: 'low' },
  { id: 'PVA-2023-5', package: 'perl', fixedIn: '5.38.0', severity: 'low' },
  { id: 'PVA-2024-4', package: 'gnutls', fixedIn: '3.8.3', severity: 'medium' },
  { id: 'PVA-2023-9', package: 'libc6', fixedIn: '2.36', severity: 'medium' },
  { id: 'PVA-2021-9', package: 'nginx', fixedIn: '1.20.1', severity: 'high' },
];
