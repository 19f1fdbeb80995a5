/** One pod of a village: its state, its containers, and the next step as a button. */
import type { Container } from '../../../shared/api/container.ts';
import type { RuntimeContainer } from '../../../shared/api/world/sandbox.ts';
import type { Step } from '../../../shared/cluster/kubelet/next-steps.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { BAD_STATES, shownState } from '../../state/pod-state.ts';
import { shortName } from '../describe-verb.ts';
import { styleOfPod } from '../image-style.ts';
import { Why } from '../objects/why.tsx';
import { More } from '../more.tsx';
import { commandText, hasCommand } from '../command-text.ts';
import { ObjectLink } from '../object-link.tsx';
import { pictureOfPod } from '../pod-picture.ts';
import { Sprite } from '../sprite.tsx';
import { StateLabel } from '../state-badge.tsx';
import type { Look } from '../use-store.ts';
import { VerbButton } from '../verb-button.tsx';
import { Probes } from './probes.tsx';
import { PullProgress } from './pull-progress.tsx';

interface Props {
  readonly game: Game;
  readonly view: Look;
  readonly node: string;
  readonly podKey: string;
  readonly steps: readonly Step[];
}

export function PodWork({ game, view, node, podKey, steps }: Props) {
  const pod = view.get('Pod', podKey);
  const sandbox = pod ? view.get('Sandbox', pod.metadata.uid) : undefined;
  const shown = pod && shownState(view, pod);
  const isDue = steps.some(({ verb }) => verb !== null);
  return (
    <li class={isDue ? 'pod-work due' : 'pod-work'} data-testid="pod-work" data-pod={podKey}>
      <div class="pod-work-head">
        {pod && shown && (
          <Sprite frame={`house/${styleOfPod(view, pod)}/${pictureOfPod(view, pod, shown.state)}`} size={2.8} />
        )}
        <div class="pod-work-name">
          <ObjectLink game={game} kind="Pod" objectKey={podKey}>
            {shortName(podKey)}
          </ObjectLink>
          {shown ? <StateLabel shown={shown} /> : <span class="soft">{t('kubelet.orphan')}</span>}
        </div>
      </div>
      {sandbox?.containers.map((container) => (
        <ContainerLine
          key={container.name}
          view={view}
          node={node}
          pod={sandbox.key}
          spec={[...sandbox.spec.containers, ...(sandbox.spec.initContainers ?? [])].find(
            ({ name }) => name === container.name,
          )}
          container={container}
        />
      ))}
      {steps.map((step) => (
        <StepLine key={`${step.container} ${step.reason}`} game={game} view={view} step={step} />
      ))}
      {shown && BAD_STATES.has(shown.state) && <Why look={view} reference={`Pod/${podKey}`} />}
      <More name={shortName(podKey)}>
        <EveryVerb game={game} view={view} node={node} podKey={podKey} />
      </More>
    </li>
  );
}

interface LineProps {
  readonly view: View;
  readonly node: string;
  readonly pod: string;
  readonly spec: Container | undefined;
  readonly container: RuntimeContainer;
}

function ContainerLine({ view, node, pod, spec, container }: LineProps) {
  return (
    <div class="container-line">
      <span class="row">
        <code>{container.image}</code>
        {container.restartCount > 0 && (
          <span class="pill">{t('kubelet.restarts', { count: container.restartCount })}</span>
        )}
      </span>
      {spec && hasCommand(spec) && <code class="soft">{commandText(spec)}</code>}
      <PullProgress view={view} node={node} container={container} />
      <Probes view={view} pod={pod} spec={spec} container={container} />
      <LastWords container={container} />
    </div>
  );
}

function LastWords({ container }: { container: RuntimeContainer }) {
  const end = container.state.type === 'terminated' ? container.state : container.lastState;
  if (end?.type !== 'terminated') return null;
  return (
    <p class="last-words">
      {t('kubelet.ended', { reason: end.reason, code: end.exitCode })}
      {end.message !== undefined && end.message !== '' && <q> {end.message}</q>}
    </p>
  );
}

function StepLine({ game, view, step }: { game: Game; view: View; step: Step }) {
  const time = step.untilTick === null ? '' : formatTicks(Math.max(0, step.untilTick - view.tick));
  const text = maybeT(`step.${step.reason}`, { ...step.details, name: shortName(step.podKey), time });
  return (
    <div class="step-line" data-testid={`step-${step.reason}`}>
      {step.verb && (
        <VerbButton game={game} verb={step.verb} primary>
          {maybeT(`verbName.${step.verb.verb}`)}
        </VerbButton>
      )}
      <span class="soft">
        {text ?? step.reason}
        {time !== '' && ` ${t('kubelet.wait', { time })}`}
      </span>
    </div>
  );
}

/** Everything a kubelet can do with a pod: also what makes no sense, so that the refusal can teach. */
function EveryVerb({ game, view, node, podKey: pod }: { game: Game; view: View; node: string; podKey: string }) {
  const container = view.get('Pod', pod)?.spec.containers[0]?.name;
  const verbs: Verb[] = [
    { verb: 'admitPod', pod },
    ...(container === undefined
      ? []
      : ([
          { verb: 'pullImage', pod, container },
          { verb: 'startContainer', pod, container },
          { verb: 'killContainer', pod, container },
        ] as const)),
    { verb: 'stopPod', pod, node },
    { verb: 'removePod', pod, node },
  ];
  return (
    <div class="row every-verb">
      {verbs.map((verb) => (
        <VerbButton key={verb.verb} game={game} verb={verb}>
          {maybeT(`verbName.${verb.verb}`)}
        </VerbButton>
      ))}
    </div>
  );
}
