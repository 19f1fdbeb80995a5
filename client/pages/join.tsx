/** Join: the code, then a nickname picked from generated ones. No account, nothing typed that names a person. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import { findSessionAnswer, nicknamesAnswer } from '../../shared/protocol/http.ts';
import { joinCode } from '../../shared/protocol/join-code.ts';
import { ask, refusalOf } from '../connection/http.ts';
import { language, t } from '../i18n/i18n.ts';
import { go } from '../router.ts';
import { storage } from '../state/storage.ts';
import { Page, Refusal } from './page.tsx';

export function JoinPage({ argument }: { argument: string }) {
  const [code, setCode] = useState(argument);
  const [found, setFound] = useState<string | null>(null);
  const [nicknames, setNicknames] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Status | null>(null);

  const look = async (wanted: string) => {
    setRefusal(null);
    try {
      const session = await ask(findSessionAnswer, `/api/sessions/${encodeURIComponent(wanted)}`);
      if (storage.get(`seat.${session.code}`) !== null) go(`/class/${session.code}`);
      else setFound(session.code);
    } catch (error) {
      setFound(null);
      setRefusal(refusalOf(error));
    }
  };
  const offer = async () => {
    const answer = await ask(nicknamesAnswer, `/api/nicknames?n=6&language=${language.value}&code=${found}`);
    setNicknames(answer.nicknames);
  };
  useEffect(() => {
    if (joinCode.safeParse(argument).success) void look(argument);
  }, [argument]);
  useEffect(() => {
    if (found !== null) offer().catch((error: unknown) => setRefusal(refusalOf(error)));
  }, [found, language.value]);

  const choose = (nickname: string) => {
    storage.set(`nickname.${found}`, nickname);
    go(`/class/${found}`);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void look(code.trim().toUpperCase());
  };
  return (
    <Page title={t('join.title')}>
      <form class="card row" onSubmit={submit}>
        <label class="row">
          {t('landing.code')}
          <input
            class="code-input"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            autocomplete="off"
            maxLength={5}
            required
          />
        </label>
        <button type="submit" class={found === null ? 'primary' : ''}>
          {t('join.look')}
        </button>
      </form>
      <Refusal status={refusal} />
      {found !== null && (
        <section class="card stack">
          <h2>{t('join.pickName')}</h2>
          <p class="soft">{t('join.pickNameHint')}</p>
          <div class="nicknames">
            {nicknames.map((nickname) => (
              <button type="button" key={nickname} onClick={() => choose(nickname)}>
                {nickname}
              </button>
            ))}
          </div>
          <div class="row">
            <button type="button" class="small" onClick={() => void offer()}>
              {t('join.others')}
            </button>
          </div>
        </section>
      )}
    </Page>
  );
}
