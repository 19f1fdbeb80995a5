/** The frame bench: what drawing costs on the viewer's own machine, technique by technique. */
import { useRef, useState } from 'preact/hooks';
import '../styles/gallery.css';
import { t } from '../i18n/i18n.ts';
import { chooseRenderer, probeWebGl, type Renderer } from '../town/renderer.ts';
import type { Figures } from '../town/bench/measure.ts';
import { Page } from './page.tsx';

const RENDERERS: readonly Renderer[] = ['webgl', 'canvas'];

/** A case that could not be drawn here has no figures. */
interface Row {
  readonly what: Figures['what'];
  readonly renderer: Renderer;
  readonly figures: Figures | null;
}

export function BenchPage() {
  const stage = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [running, setRunning] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const [probe] = useState(probeWebGl);
  const run = async () => {
    const parent = stage.current;
    if (!parent) return;
    setDone(false);
    setRows([]);
    const { CASES, measure } = await import('../town/bench/measure.ts');
    for (const renderer of RENDERERS) {
      for (const what of CASES) {
        setRunning(`${renderer}, ${t(`bench.case.${what}`)}`);
        const figures = await measure(parent, renderer, what).catch(() => null);
        setRows((before) => [...before, { what, renderer, figures }]);
      }
    }
    setRunning(null);
    setDone(true);
  };
  const machine = { name: probe.rendererName ?? t('bench.none'), renderer: chooseRenderer('', probe) };
  return (
    <Page title={t('bench.title')}>
      <p>{t('bench.intro')}</p>
      <p>{t('bench.machine', machine)}</p>
      <p class="soft">{t('bench.budget')}</p>
      <div class="row">
        <button
          type="button"
          class="primary"
          data-testid="bench-start"
          disabled={running !== null}
          onClick={() => void run()}
        >
          {t('bench.start')}
        </button>
        <span role="status">{running !== null && t('bench.running', { what: running })}</span>
      </div>
      {rows.length > 0 && <FiguresTable rows={rows} isDone={isDone} />}
      <div class="bench-stage" ref={stage} />
    </Page>
  );
}

function FiguresTable({ rows, isDone }: { rows: readonly Row[]; isDone: boolean }) {
  return (
    <div class="card table-scroll">
      <table data-testid="bench-figures" data-done={isDone}>
        <thead>
          <tr>
            {(['renderer', 'what', 'median', 'quiet', 'fps', 'draws', 'textures'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`bench.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, renderer, figures }) => (
            <tr key={renderer + what} data-figures={JSON.stringify({ what, renderer, ...figures })}>
              <td>{renderer}</td>
              <th scope="row">{t(`bench.case.${what}`)}</th>
              <td class="number">{figures?.medianMs.toFixed(2) ?? t('bench.none')}</td>
              <td class="number">{figures?.quietMs.toFixed(2) ?? '--'}</td>
              <td class="number">{figures?.fps.toFixed(0) ?? '--'}</td>
              <td class="number">{figures?.drawCalls ?? '--'}</td>
              <td class="number">{figures?.textures ?? '--'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
