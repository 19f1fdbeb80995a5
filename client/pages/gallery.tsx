/** The gallery: every visual state of the town, from the very pictures that the town uses. */
import { useState } from 'preact/hooks';
import '../styles/gallery.css';
import {
  badgeOf,
  BADGES,
  cartFrame,
  courierFrame,
  HOST_VARIANTS,
  HOUSE_STYLES,
  houseFrame,
  LANDMARKS,
  landmarkFrame,
  lightFrame,
  MOODS,
  PLOT_VARIANTS,
  POSTS,
  postFrame,
  propFrame,
  sadVisitorFrame,
  shipFrame,
  STATES,
  visitorFrame,
  type State,
} from '../../assets/art/names.ts';
import { plotSvg } from '../../assets/art/plot.ts';
import { maybeT, t } from '../i18n/i18n.ts';
import { Sprite } from '../panels/sprite.tsx';
import { Badge, Mood } from '../panels/state-badge.tsx';
import { MachineStates, TownHallStates } from './gallery-states.tsx';
import { Picture, Section } from './gallery-section.tsx';
import { Page } from './page.tsx';

const HOUSE_SIZE = 7;
const LANDMARK_SIZE = 9;
const FIGURE_SIZE = 3.5;

export function GalleryPage() {
  const [isNight, setNight] = useState(false);
  return (
    <Page title={t('gallery.title')}>
      <p>{t('gallery.intro')}</p>
      <Houses isNight={isNight} setNight={setNight} />
      <Section title={t('gallery.villages')}>
        {[...PLOT_VARIANTS, ...HOST_VARIANTS].map((variant) => (
          <Picture key={variant} words={t(`gallery.village.${variant}`)}>
            <img
              src={`data:image/svg+xml,${encodeURIComponent(plotSvg(variant).svg)}`}
              alt=""
              width="260"
              height="144"
            />
          </Picture>
        ))}
      </Section>
      <Landmarks />
      <TownHallStates />
      <MachineStates />
      <Section title={t('gallery.badges')}>
        {BADGES.map((name) => (
          <Picture key={name} words={badgeWord(name)}>
            <Badge name={name} />
          </Picture>
        ))}
      </Section>
      <Section title={t('gallery.moods')}>
        {MOODS.map((mood) => (
          <Picture key={mood} words={t('gallery.mood', { mood })}>
            <Mood level={mood} />
          </Picture>
        ))}
      </Section>
      <Section title={t('gallery.people')}>
        {figures().map(([who, frame]) => (
          <Picture key={who} words={maybeT(`gallery.who.${who}`) ?? who}>
            <Sprite frame={frame} size={FIGURE_SIZE} />
          </Picture>
        ))}
      </Section>
    </Page>
  );
}

function Houses({ isNight, setNight }: { isNight: boolean; setNight: (isNight: boolean) => void }) {
  return (
    <section class="card stack" aria-labelledby="gallery-houses">
      <div class="row">
        <h2 id="gallery-houses">{t('gallery.houses')}</h2>
        <span class="spread" />
        <label class="row">
          <input
            type="checkbox"
            data-testid="night"
            checked={isNight}
            onChange={(event) => setNight(event.currentTarget.checked)}
          />
          {t('gallery.night')}
        </label>
      </div>
      <p class="soft">{t('gallery.housesHint')}</p>
      {/* It scrolls sideways by keyboard, too. */}
      <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="gallery-houses">
        <table class={isNight ? 'gallery-houses night' : 'gallery-houses'}>
          <thead>
            <tr>
              <th scope="col">{t('gallery.style')}</th>
              {STATES.map((state) => (
                <th key={state} scope="col">
                  {stateName(state)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {HOUSE_STYLES.map((style) => (
              <tr key={style}>
                <th scope="row">{t(`gallery.style.${style}`)}</th>
                {STATES.map((state) => (
                  <td key={state} data-testid={`house-${style}-${state}`}>
                    <span class="visually-hidden">{`${t(`gallery.style.${style}`)}: ${stateName(state)}`}</span>
                    <Sprite frame={houseFrame(style, state)} size={HOUSE_SIZE} />
                    {isNight && state === 'ready' && (
                      <span class="gallery-light">
                        <Sprite frame={lightFrame(style)} size={HOUSE_SIZE} />
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Landmarks() {
  return (
    <Section title={t('gallery.landmarks')}>
      {LANDMARKS.flatMap((id) =>
        [true, false].map((isUp) => (
          <Picture key={`${id}${isUp}`} words={isUp ? t(`town.${id}`) : t('gallery.down', { name: t(`town.${id}`) })}>
            <Sprite frame={landmarkFrame(id, isUp)} size={LANDMARK_SIZE} />
          </Picture>
        )),
      )}
    </Section>
  );
}

/** The three pictures of a pull are one state. */
function stateName(state: State): string {
  const badge = badgeOf(state);
  const word = maybeT(`state.${badge}`) ?? badge;
  const layers = maybeT(`gallery.layers.${state.slice('pulling-'.length)}`);
  return badge === 'pulling' && layers !== undefined ? `${word}: ${layers}` : word;
}

const badgeWord = (name: string): string =>
  maybeT(`state.${name}`) ?? maybeT(`town.node.${name.slice('node-'.length)}`) ?? maybeT(`town.badge.${name}`) ?? name;

const figures = (): readonly (readonly [who: string, frame: string])[] => [
  ...POSTS.map((post) => [post, postFrame(post)] as const),
  ['courier', courierFrame('right')],
  ['cart', cartFrame('right')],
  ['ship', shipFrame('right')],
  ['visitor', visitorFrame(0, 'right')],
  ['sad', sadVisitorFrame(0)],
  ...(['backpack', 'storm', 'cut-cable'] as const).map((prop) => [prop, propFrame(prop)] as const),
];
