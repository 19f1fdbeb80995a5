/** cron-pile-up: a bell (CronJob) rings every minute for work that never ends. The work piles up and takes the town's room. */
import { MANIFESTS } from '../../../api/kinds.ts';
import { jobEnd, type JobSpec } from '../../../api/job.ts';
import type { View } from '../../../store/store.ts';
import { applyManifest } from '../../api-server/apply-manifest.ts';
import { programIn } from '../bad-delivery.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { bySteward } from '../remedies.ts';

const BELL = 'default/minute-book';
/** More at a time than anybody meant. */
const PILE = 3;
const MINUTE_TICKS = 60;

export const cronPileUp: FaultDefinition = {
  type: 'cron-pile-up',
  component: 'workload',
  difficulty: 3,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => (view.get('CronJob', BELL) || settledDeployments(view).length === 0 ? [] : ['']),
  begin: (world) => {
    const [namespace, name] = BELL.split('/');
    const containers = [{ name, image: 'hut:1.0', resources: { requests: { cpu: '1500m', memory: '64Mi' } } }];
    const template = { spec: { containers, restartPolicy: 'Never' } };
    const spec = { schedule: '* * * * *', concurrencyPolicy: 'Allow', jobTemplate: { spec: { template } } };
    const written = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name, namespace }, spec };
    return applyManifest(world, MANIFESTS.CronJob.parse(written)) ?? {};
  },
  symptoms: [
    { type: 'gauge', name: 'jobsPileUp', shows: pilesUp },
    { type: 'event', reason: 'FailedScheduling' },
  ],
  harm: pilesUp,
  remedy: () => [bySteward({ verb: 'delete', kind: 'CronJob', key: BELL })],
  // What its work is follows from what its image's name stands for.
  healedBy: ['CronJob', 'Tag', 'Revision'],
  isHealed: (view) => {
    const spec = view.get('CronJob', BELL)?.spec;
    return !spec || spec.suspend || spec.concurrencyPolicy !== 'Allow' || endsInTime(view, spec.jobTemplate.spec);
  },
};

/** Before so much of it goes on at a time: by itself and well, or because nobody waits longer. */
function endsInTime(view: View, { activeDeadlineSeconds = Infinity, template }: JobSpec): boolean {
  const lasts = template.spec.containers.map((container) => {
    const exit = programIn(view, container)?.exit;
    return exit?.code === 0 ? exit.afterTicks : Infinity;
  });
  const deadline = Math.min(activeDeadlineSeconds, template.spec.activeDeadlineSeconds ?? Infinity);
  return Math.min(deadline, Math.max(...lasts)) < (PILE - 1) * MINUTE_TICKS;
}

function pilesUp(view: View): boolean {
  const uid = view.get('CronJob', BELL)?.metadata.uid ?? '';
  const jobs = view.by('jobsByController', uid).flatMap((key) => view.get('Job', key) ?? []);
  return jobs.filter((job) => jobEnd(job) === null).length >= PILE;
}
