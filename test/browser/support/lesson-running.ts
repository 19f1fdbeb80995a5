/** The first half of the lesson: a house is drawn, built, shipped, asked for, placed, started and visited. */
import { expect } from 'vitest';
import { build, deploy, push } from './builder.ts';
import { picture, servedNow, type Class } from './lesson-class.ts';
import { bindByKeyboard, bringUp, doAll, press, skipToPanel } from './seats.ts';

const SERVED_MS = 60_000;
const GUESTHOUSE = {
  name: 'guesthouse',
  blueprint: `FROM hut:1.0
RUN cut-wood 2
RUN lay-tiles
COPY teahouse/v1 /srv/teahouse
LABEL podville.style=teahouse
EXPOSE 8080
USER host
CMD ["teahouse"]
`,
};

export async function buildAndShip({ dispatcher }: Class): Promise<void> {
  await dispatcher.id('tab-builder').click();
  await dispatcher.id('switch-builder-hand').click();
  const reference = await build(dispatcher, GUESTHOUSE);
  await picture('03-build', dispatcher);
  await push(dispatcher, reference);
  await picture('04-pushed', dispatcher);
  await deploy(dispatcher, GUESTHOUSE.name, reference);
  await picture('05-deployed', dispatcher);
}

/** ReplicaSet and pods, villages, houses: all by hand. */
export async function standUp({ dispatcher, steward, head }: Class): Promise<void> {
  await press(steward.id('work-deployment'), 'createReplicaSet');
  await press(steward.id('work-replicaset'), 'createPods');
  await dispatcher.id('tab-scheduler').click();
  await dispatcher.id('queue-item').first().waitFor();
  await picture('06-queue', dispatcher, steward);
  await skipToPanel(dispatcher);
  for (const node of ['node-1', 'node-2', 'node-3']) await bindByKeyboard(dispatcher, node);
  await bringUp(head);
  await picture('07-village', head);
}

/** As houses open, their addresses are published; visitors come. */
export async function serve({ teacher, dispatcher, steward, head }: Class): Promise<void> {
  await teacher.id('pace-4').click();
  await expect
    .poll(
      async () => {
        await doAll(steward.id('work-endpoints'));
        return servedNow(dispatcher);
      },
      { timeout: SERVED_MS },
    )
    .toBeGreaterThan(0);
  await teacher.id('pace-2').click();
  await picture('08-served', teacher, dispatcher, steward, head);
}
