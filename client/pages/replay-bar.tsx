/** The time line: play, speed, a slider over the uptime curve, marks for faults and outages, and the verdict. */
import type { ComponentChildren } from 'preact';
import { SPEEDS, type ReplayConnection, type Speed } from '../connection/replay-connection.ts';
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import type { Survey } from '../../shared/recording/survey.ts';
import type { Phase } from '../../shared/cluster/causes/outage-story.ts';
import { PPM } from '../../shared/base/integers.ts';
import { formatPpm, formatTicks, maybeT, t } from '../i18n/i18n.ts';

const HEIGHT = 100;

interface Props {
  readonly connection: ReplayConnection;
  readonly survey: Survey;
}

export function ReplayBar({ connection, survey }: Props) {
  const { tick, isPlaying, speed, player } = connection;
  const last = Math.max(1, player.lastTick);
  return (
    <section class="replay-bar card" aria-label={t('replay.title')}>
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => (isPlaying.value ? connection.pause() : connection.play())}
          data-testid="replay-play"
        >
          {t(isPlaying.value ? 'replay.pause' : 'replay.play')}
        </button>
        <label class="row">
          {t('replay.speed')}
          <select
            value={speed.value}
            onChange={(event) => {
              speed.value = Number(event.currentTarget.value) as Speed;
            }}
          >
            {SPEEDS.map((value) => (
              <option key={value} value={value}>{`${value}×`}</option>
            ))}
          </select>
        </label>
        <output
          class="mono"
          data-testid="replay-time"
        >{`${formatTicks(tick.value)} / ${formatTicks(player.lastTick)}`}</output>
        <span class="spread" />
        <Verdict connection={connection} survey={survey} />
      </div>
      <div class="replay-line">
        <Curve survey={survey} last={last} now={tick.value} />
        <input
          type="range"
          min={0}
          max={player.lastTick}
          value={tick.value}
          aria-label={t('replay.time')}
          aria-valuetext={formatTicks(tick.value)}
          onInput={(event) => connection.seek(event.currentTarget.valueAsNumber)}
          data-testid="replay-slider"
        />
      </div>
      <Marks connection={connection} survey={survey} />
    </section>
  );
}

/** Same states and same score as recorded, or where they part. */
function Verdict({ connection, survey }: Props) {
  const { mismatch, recording } = connection.player;
  const recorded = recording.result?.uptimePpm;
  const isSame = mismatch === null && (recording.result === null || recorded === survey.result.uptimePpm);
  const uptime = `${t('podium.uptime')} ${formatPpm(survey.result.uptimePpm)}`;
  return (
    <span
      class={isSame ? 'pill' : 'error'}
      data-testid="replay-verdict"
      data-same={isSame}
      data-uptime={survey.result.uptimePpm ?? ''}
    >
      {isSame
        ? `${uptime} · ${t('replay.same')}`
        : t(recording.head.rules === RULES_VERSION ? 'replay.differs' : 'replay.otherRules', {
            sequence: mismatch?.sequence ?? connection.player.lastTick,
          })}
    </span>
  );
}

function Curve({ survey, last, now }: { survey: Survey; last: number; now: number }) {
  const y = (ppm: number | undefined) => HEIGHT - ((ppm ?? PPM) / PPM) * HEIGHT;
  const known = survey.curve.filter((point) => point.uptimePpm !== undefined);
  return (
    <svg
      class="replay-curve"
      viewBox={`0 0 ${last} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('replay.curve')}
    >
      {survey.outages.map((outage) => (
        <rect
          key={outage.key}
          class="outage"
          x={outage.beganTick}
          width={Math.max(1, (outage.endedTick ?? last) - outage.beganTick)}
          y={0}
          height={HEIGHT}
        />
      ))}
      <polyline points={known.map((point) => `${point.tick},${y(point.uptimePpm)}`).join(' ')} />
      {survey.faults.map((fault) => (
        <line key={fault.key} class="fault" x1={fault.beganTick} x2={fault.beganTick} y1={0} y2={HEIGHT} />
      ))}
      <line class="now" x1={now} x2={now} y1={0} y2={HEIGHT} />
    </svg>
  );
}

/** Each fault and outage as a button that goes there: the way without a mouse. */
function Marks({ connection, survey }: Props) {
  const marks: {
    key: string;
    tick: number;
    label: ComponentChildren;
    kind: string;
    split?: readonly Phase[] | undefined;
  }[] = [
    ...survey.faults.map((fault) => ({
      key: fault.key,
      tick: fault.beganTick,
      kind: 'fault',
      label: `⚡ ${maybeT(`fault.${fault.type}.title`) ?? fault.type} ${fault.target}`,
    })),
    ...survey.outages.map((outage) => ({
      key: outage.key,
      tick: outage.beganTick,
      kind: 'outage',
      split: survey.splits.get(outage.key),
      label: `▼ ${outage.serviceKey.replace('default/', '')} · ${maybeT(`loss.${outage.firstReason}`) ?? outage.firstReason}`,
    })),
  ].sort((a, b) => a.tick - b.tick);
  return (
    <details>
      <summary>{`${t('replay.faults')} (${marks.length})`}</summary>
      <ul class="replay-marks">
        {marks.map((mark) => (
          <li key={mark.key}>
            <button type="button" class="small" data-mark={mark.kind} onClick={() => connection.seek(mark.tick)}>
              <span class="mono">{formatTicks(mark.tick)}</span> {mark.label}
            </button>
            {mark.split !== undefined && mark.split.length > 0 && <Split phases={mark.split} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whose time an outage was, on one line. */
function Split({ phases }: { phases: readonly Phase[] }) {
  return (
    <small class="soft" data-testid="replay-split">
      {phases.map(({ name, ticks }) => `${t(`outage.${name}`)} ${formatTicks(ticks)}`).join(' · ')}
    </small>
  );
}
