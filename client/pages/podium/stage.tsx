/** The stage: the town's own houses under trees and lamps, three of them on steps with a medal each. */
import type { ComponentChildren } from 'preact';
import { landmarkFrame, propFrame, visitorFrame, type Prop } from '../../../assets/art/names.ts';
import { formatPpm, t } from '../../i18n/i18n.ts';
import { Sprite } from '../../panels/sprite.tsx';
import type { Game } from '../../state/game.ts';
import { rankingOf, type Ranked } from './ranking.ts';

const ON_STEPS = 3;
/** Something to look at on each step; which house it is says nothing. */
const HOUSES = ['villa', 'teahouse', 'courtyard'] as const;
/** Beside the steps, four to the left and four to the right, each so large. */
const SCENERY: readonly (readonly [Prop, number])[] = [
  ['pine', 3.4],
  ['tree', 3],
  ['pine', 2.6],
  ['lamp', 3.2],
  ['lamp', 3.2],
  ['tree', 3.4],
  ['bush', 1.6],
  ['pine', 3.2],
];
const CROWD = 7;

export function Stage({ children }: { children: ComponentChildren }) {
  return (
    <div class="stage">
      <div class="stage-back" aria-hidden="true">
        {SCENERY.map(([prop, size], index) => (
          <Sprite key={index} frame={propFrame(prop)} size={size} />
        ))}
      </div>
      {children}
      <div class="stage-crowd" aria-hidden="true">
        {Array.from({ length: CROWD }, (_, look) => (
          <Sprite key={look} frame={visitorFrame(look, look * 2 < CROWD ? 'right' : 'left')} size={1.9} />
        ))}
      </div>
    </div>
  );
}

type Team = Game['connection']['lobby']['value']['teams'][number];

/** Of a class: the first three teams on steps, the others below. */
export function TeamSteps({ game }: { game: Game }) {
  const ranking = rankingOf(game.connection.lobby.value.teams);
  const others = ranking.slice(ON_STEPS);
  return (
    <>
      <Stage>
        <ol class="podium" data-testid="podium">
          {ranking.slice(0, ON_STEPS).map((ranked, index) => (
            <Step key={ranked.team.id} ranked={ranked} index={index} />
          ))}
        </ol>
      </Stage>
      {others.length > 0 && (
        <ul class="card also-ran">
          {others.map(({ team, place }) => (
            <li key={team.id}>
              <span class="medal">{place ?? '–'}</span>
              <strong>{team.name}</strong>
              <span class="number">{formatPpm(team.uptimePpm)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Step({ ranked: { team, place }, index }: { ranked: Ranked<Team>; index: number }) {
  return (
    <li class={`step-${index + 1}`}>
      <Sprite frame={`house/${HOUSES[index]}/ready`} size={place === 1 ? 7.5 : 6} />
      <div class={`block place-${place ?? 'none'}`}>
        <span class={`medal medal-${place ?? 'none'}`}>
          <span class="visually-hidden">{t('podium.place')} </span>
          {place ?? '–'}
        </span>
        <strong>{team.name}</strong>
        <span class="uptime">{formatPpm(team.uptimePpm)}</span>
      </div>
    </li>
  );
}

/** Alone: one's own town before its hall. */
export function OwnStage({ uptimePpm }: { uptimePpm: number | undefined }) {
  return (
    <Stage>
      <div class="podium alone">
        <div class="step-1">
          <Sprite frame={landmarkFrame('hall')} size={8} />
          <div class="block place-own">
            <span>{t('podium.uptime')}</span>
            <span class="uptime">{formatPpm(uptimePpm)}</span>
          </div>
        </div>
      </div>
    </Stage>
  );
}
