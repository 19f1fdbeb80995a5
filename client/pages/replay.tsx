/** Replay: a recording in the same town, with a time line that knows what was broken when. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import { RecordingPlayer } from '../../shared/recording/player.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { surveyRecording, type Survey } from '../../shared/recording/survey.ts';
import { refusalOf } from '../connection/http.ts';
import { fetchRecording } from '../connection/recordings.ts';
import { ReplayConnection } from '../connection/replay-connection.ts';
import { GameScreen } from '../game/game-screen.tsx';
import { t } from '../i18n/i18n.ts';
import { opened } from '../state/opened-recording.ts';
import { Game } from '../state/game.ts';
import { Page, Refusal } from './page.tsx';
import { ReplayBar } from './replay-bar.tsx';

interface Opened {
  readonly game: Game;
  readonly connection: ReplayConnection;
  readonly survey: Survey;
}

/** Lets the page draw between two stretches of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

async function open(recording: Recording): Promise<Opened> {
  const player = new RecordingPlayer(recording);
  const pass = surveyRecording(player);
  let step = pass.next();
  while (!step.done) {
    await breathe();
    step = pass.next();
  }
  player.seek(0);
  const connection = new ReplayConnection(player);
  return { game: new Game(connection), connection, survey: step.value };
}

export function ReplayPage({ argument: id }: { argument: string }) {
  const [replay, setReplay] = useState<Opened | null>(null);
  const [refusal, setRefusal] = useState<Status | null>(null);
  useEffect(() => {
    let connection: ReplayConnection | null = null;
    const load = async () => {
      const recording = opened.value?.id === id ? opened.value.recording : await fetchRecording(id);
      const ready = await open(recording);
      connection = ready.connection;
      setReplay(ready);
    };
    load().catch((error: unknown) => setRefusal(refusalOf(error)));
    return () => connection?.close();
  }, [id]);
  if (refusal) {
    return (
      <Page title={t('replay.title')}>
        <Refusal status={refusal} />
      </Page>
    );
  }
  if (!replay) return <p class="page">{t('replay.checking')}</p>;
  return (
    <GameScreen game={replay.game}>
      <ReplayBar connection={replay.connection} survey={replay.survey} />
    </GameScreen>
  );
}
