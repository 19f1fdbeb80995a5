/** What a blueprint can be made of: work, files, house styles. */
import { STYLES } from '../../../shared/cluster/build/catalogue/styles.ts';
import { CONTEXT_FILES } from '../../../shared/cluster/build/catalogue/files.ts';
import { WORKS } from '../../../shared/cluster/build/catalogue/works.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import { Sprite } from '../sprite.tsx';

export function MaterialsHelp() {
  return (
    <details class="materials">
      <summary>{t('materials.title')}</summary>
      <p>{t('materials.about')}</p>
      <h4>
        <code>RUN</code>
      </h4>
      <ul class="chips">
        {Object.entries(WORKS).map(([name, work]) => (
          <li key={name} class="pill">
            <code>{name}</code> {formatBytes(work.bytes)}, {work.ticks} s
          </li>
        ))}
      </ul>
      <h4>
        <code>COPY</code>
      </h4>
      <ul class="chips">
        {Object.entries(CONTEXT_FILES).map(([path, file]) => (
          <li key={path} class="pill">
            <code>{path}</code> {formatBytes(file.bytes)}
            {file.program && ` · ${t('materials.serves', { rps: file.program.capacityRps })}`}
          </li>
        ))}
      </ul>
      <h4>
        <code>LABEL podville.style=</code>
      </h4>
      <ul class="chips">
        {STYLES.map((style) => (
          <li key={style} class="pill">
            <Sprite frame={`house/${style}/ready`} size={2.2} /> <code>{style}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
