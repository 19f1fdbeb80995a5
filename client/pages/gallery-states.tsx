/** States of the town hall and of hosts: who leads, who keeps the ledger, what a virtual machine goes through. */
import {
  crowdFrame,
  CROWDS,
  KERNEL_STATES,
  kernelFrame,
  LEDGER_STATES,
  ledgerFrame,
  MEMBER_STATES,
  memberFrame,
  propFrame,
  RANKS,
  ROOMS,
  staffFrame,
  VM_STAGES,
  vmFrame,
  type Rank,
  type Room,
} from '../../assets/art/names.ts';
import { t } from '../i18n/i18n.ts';
import { Sprite } from '../panels/sprite.tsx';
import { Picture, Section } from './gallery-section.tsx';

const FIGURE_SIZE = 4;
const MACHINE_SIZE = 7;

/** API servers all work; of the others one leads. */
const isSeen = (room: Room, rank: Rank): boolean =>
  rank === 'starting' || rank === 'down' || (rank === 'works') === (room === 'hall');

export function TownHallStates() {
  return (
    <Section title={t('gallery.townHall')}>
      {ROOMS.flatMap((room) =>
        RANKS.filter((rank) => isSeen(room, rank)).map((rank) => (
          <Picture
            key={room + rank}
            words={t('gallery.stateOf', { name: t(`town.${room}.short`), state: t(`town.rank.${rank}`) })}
          >
            <Sprite frame={staffFrame(room, rank)} size={FIGURE_SIZE} />
          </Picture>
        )),
      )}
      <Picture words={t('town.room.vacant')}>
        <Sprite frame={propFrame('chair')} size={FIGURE_SIZE} />
      </Picture>
      {CROWDS.map((crowd) => (
        <Picture key={crowd} words={t(`gallery.crowd.${crowd}`)}>
          <Sprite frame={crowdFrame(crowd)} size={MACHINE_SIZE} />
        </Picture>
      ))}
      {MEMBER_STATES.map((state) => (
        <Picture key={state} words={t('gallery.stateOf', { name: 'etcd', state: t(`plane.member.${state}`) })}>
          <Sprite frame={memberFrame(state)} size={FIGURE_SIZE} />
        </Picture>
      ))}
      {LEDGER_STATES.map((state) => (
        <Picture
          key={state}
          words={t('gallery.stateOf', { name: t('town.vault.short'), state: t(`town.ledger.${state}`) })}
        >
          <Sprite frame={ledgerFrame(state)} size={FIGURE_SIZE} />
        </Picture>
      ))}
    </Section>
  );
}

export function MachineStates() {
  return (
    <Section title={t('gallery.machines')}>
      {VM_STAGES.map((stage) => {
        const [state, third] = stage.split('-') as [Stage, string?];
        return (
          <Picture key={stage} words={[t(`plots.state.${state}`), ...(third ? [`${third}/3`] : [])].join(' ')}>
            <Sprite frame={vmFrame(stage)} size={MACHINE_SIZE} />
          </Picture>
        );
      })}
      {KERNEL_STATES.map((state) => (
        <Picture
          key={state}
          words={t('gallery.stateOf', { name: t('gallery.kernel'), state: t(`town.kernel.${state}`) })}
        >
          <Sprite frame={kernelFrame(state)} size={FIGURE_SIZE + 1} />
        </Picture>
      ))}
    </Section>
  );
}

type Stage = 'copying' | 'booting' | 'starting' | 'running' | 'panicked' | 'off';
