/** The projector's own page: sees every team, can do nothing. */
import { useMemo } from 'preact/hooks';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { SessionPage } from './class.tsx';

export function ProjectorPage({ argument: code }: { argument: string }) {
  const options = useMemo(() => ({ as: 'projector', protocol: PROTOCOL_VERSION }) as const, []);
  return <SessionPage code={code} options={options} />;
}
