/** Sound is off until somebody wants it, and then as loud as they want it. */
import { t } from '../i18n/i18n.ts';
import { soundOn, volumePercent } from '../panels/preferences.ts';
import { play } from './sounds.ts';

export function SoundButton() {
  const flip = () => {
    soundOn.value = !soundOn.value;
    play('done');
  };
  return (
    <>
      <button type="button" class="small" aria-pressed={soundOn.value} data-testid="sound" onClick={flip}>
        {t(soundOn.value ? 'game.soundOn' : 'game.soundOff')}
      </button>
      {soundOn.value && (
        <label class="choice">
          <span>{t('game.volume', { percent: volumePercent.value })}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={10}
            value={volumePercent.value}
            aria-valuetext={`${volumePercent.value} %`}
            data-testid="volume"
            onInput={(event) => {
              volumePercent.value = event.currentTarget.valueAsNumber;
            }}
            onChange={() => play('done')}
          />
        </label>
      )}
    </>
  );
}
