/** Compares two images of the shelves: what a node that has the one still has to fetch of the other. */
import { useState } from 'preact/hooks';
import type { ShelfItem } from '../../../shared/cluster/registry/shelves.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import { Choice } from '../choice.tsx';
import { bytesOf, diffImages, type Layer } from './image-diff.ts';

export function CompareImages({ items }: { items: readonly ShelfItem[] }) {
  const [left, setLeft] = useState('');
  const [right, setRight] = useState('');
  const names = [...new Set(items.map(({ name }) => name))];
  const named = (name: string, otherwise: number) => items.find((item) => item.name === name) ?? items.at(otherwise);
  const [a, b] = [named(left, 0), named(right, -1)];
  if (!a || !b) return null;
  const { shared, onlyLeft, onlyRight, travelBytes } = diffImages(a, b);
  return (
    <details class="compare" data-testid="compare">
      <summary>{t('compare.title')}</summary>
      <div class="fields">
        <Choice label={t('compare.left')} options={names} value={a.name} onChange={setLeft} testId="compare-left" />
        <Choice label={t('compare.right')} options={names} value={b.name} onChange={setRight} testId="compare-right" />
      </div>
      <p>
        {t('compare.sizes', {
          left: formatBytes(a.bytes),
          right: formatBytes(b.bytes),
          travel: formatBytes(travelBytes),
        })}
      </p>
      <Part title={t('compare.shared')} layers={shared} sign="=" />
      <Part title={t('compare.only', { name: a.name })} layers={onlyLeft} sign="−" />
      <Part title={t('compare.only', { name: b.name })} layers={onlyRight} sign="+" />
    </details>
  );
}

function Part({ title, layers, sign }: { title: string; layers: readonly Layer[]; sign: string }) {
  if (layers.length === 0) return null;
  return (
    <>
      <h4>
        {title} <span class="count">{formatBytes(bytesOf(layers))}</span>
      </h4>
      <ul class="layer-stack">
        {layers.map(({ digest, bytes, createdBy }, index) => (
          <li key={`${index} ${digest}`}>
            <code>
              {sign} {createdBy}
            </code>
            <span class="soft">{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
