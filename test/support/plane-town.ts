/** A town of three villages, four houses and some visitors, for what befalls its town hall. */
import { must } from '../../shared/base/assert.ts';
import { isPodReady } from '../../shared/api/pod.ts';
import { totalsAt } from '../../shared/cluster/traffic/totals.ts';
import { aDeployment, aService, aSetup } from './builders.ts';
import { Session } from './session.ts';

export const WEB = 'default/web';

export function aTown(settings: object = {}, replicas = 4): Session {
  const manifests = [aDeployment('web', { replicas, cpu: '100m', memory: '64Mi' }), aService('web')];
  const session = new Session(aSetup({ nodes: 3, manifests, settings: settings as never }));
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.happen({ type: 'demandChanged', service: WEB, rps: 20 });
  session.tick(40);
  return session;
}

export const strike = (session: Session, fault: string, target = '') =>
  session.happen({ type: 'faultBegan', fault, target });
export const restart = (session: Session, component: string) =>
  session.verb('teacher', { verb: 'restartComponent', component });
export const ready = ({ store }: Session) => [...store.list('Pod')].filter(isPodReady).length;
export const lost = ({ store }: Session) => totalsAt(must(store.get('Traffic', WEB), WEB), store.tick).lost;
export const scale = (session: Session, replicas: number) =>
  session.verb('teacher', { verb: 'scale', deployment: WEB, replicas });
export const notReadyNodes = ({ store }: Session) =>
  [...store.list('Node')].filter(({ status }) =>
    status.conditions.some((one) => one.type === 'Ready' && one.status !== 'True'),
  ).length;
