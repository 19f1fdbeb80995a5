/** One class session, whoever one is in it: lobby, then the game, then the podium. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { findSessionAnswer } from '../../shared/protocol/http.ts';
import type { JoinOptions } from '../../shared/protocol/join-options.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { Status } from '../../shared/api/status.ts';
import { ask, refusalOf } from '../connection/http.ts';
import { ServerConnection } from '../connection/server-connection.ts';
import { t } from '../i18n/i18n.ts';
import { go } from '../router.ts';
import { Game } from '../state/game.ts';
import { storage } from '../state/storage.ts';
import { loadGameScreen, loadPodium } from './game-later.ts';
import { Later } from './later.tsx';
import { LobbyScreen } from './lobby-screen.tsx';
import { Page, Refusal } from './page.tsx';

/** As whom this browser may come: the host's key, a seat's token, or the nickname just picked. */
function optionsFor(code: string): JoinOptions | null {
  const hostKey = storage.get(`host.${code}`);
  if (hostKey !== null) return { as: 'teacher', protocol: PROTOCOL_VERSION, hostKey };
  const token = storage.get(`seat.${code}`);
  if (token !== null) return { as: 'player', protocol: PROTOCOL_VERSION, token };
  const nickname = storage.get(`nickname.${code}`);
  return nickname === null ? null : { as: 'player', protocol: PROTOCOL_VERSION, nickname };
}

export function ClassPage({ argument: code }: { argument: string }) {
  return <SessionPage code={code} options={useMemo(() => optionsFor(code), [code])} />;
}

export function SessionPage({ code, options }: { code: string; options: JoinOptions | null }) {
  const game = useSignal<Game | null>(null);
  const refusal = useSignal<Status | null>(null);
  useEffect(() => {
    if (options === null) {
      go(`/join/${code}`);
      return undefined;
    }
    let connection: ServerConnection | null = null;
    let isGone = false;
    const open = async () => {
      const session = await ask(findSessionAnswer, `/api/sessions/${code}`);
      connection = new ServerConnection(session.roomId, options, (welcome) => {
        if (welcome.as === 'player') storage.set(`seat.${code}`, welcome.token);
      });
      await connection.open();
      if (isGone) connection.close();
      else game.value = new Game(connection);
    };
    open().catch((error: unknown) => {
      // A seat that the server no longer knows must not lock this browser out.
      if (options.as === 'player' && options.token !== undefined) storage.remove(`seat.${code}`);
      refusal.value = refusalOf(error);
    });
    return () => {
      isGone = true;
      connection?.close();
    };
  }, [code, options]);

  if (refusal.value !== null) {
    return (
      <Page title={t('join.title')}>
        <Refusal status={refusal.value} />
        <a class="button" href={`/join/${code}`}>
          {t('join.again')}
        </a>
      </Page>
    );
  }
  if (game.value === null) return <p class="page">{t('common.loading')}</p>;
  return <Session game={game.value} />;
}

function Session({ game }: { game: Game }) {
  switch (game.connection.lobby.value.phase) {
    case 'lobby':
      return <LobbyScreen game={game} />;
    case 'running':
      return <Later load={loadGameScreen} props={{ game }} />;
    case 'ended':
      return <Later load={loadPodium} props={{ game }} />;
  }
}
