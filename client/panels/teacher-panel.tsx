/** The teacher's desk: time, teams, seats, trouble. Few and large buttons: there is a class to look at. */
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { More } from './more.tsx';
import { LastRefusal, ViewLine } from './panel-head.tsx';
import { AssignSeats } from './teacher/assign-seats.tsx';
import { InjectFault } from './teacher/inject-fault.tsx';
import { TeamList } from './teacher/team-list.tsx';
import { TimeControls } from './teacher/time-controls.tsx';
import { useStore } from './use-store.ts';

export function TeacherPanel({ game }: { game: Game }) {
  const store = useStore(game);
  if (!store) return null;
  const isAlone = game.connection.kind === 'local';
  return (
    <div class="panel teacher" data-testid="panel-teacher">
      <h2>{t(isAlone ? 'tab.teacher' : 'teacher.title')}</h2>
      <ViewLine />
      <LastRefusal game={game} />
      <TimeControls game={game} />
      {!isAlone && <TeamList game={game} view={store} />}
      <InjectFault game={game} view={store} />
      {!isAlone && (
        <More name={t('teacher.seats')}>
          <AssignSeats game={game} view={store} />
        </More>
      )}
    </div>
  );
}
