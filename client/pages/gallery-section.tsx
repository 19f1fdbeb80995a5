/** A part of the gallery, and a picture in it with its words. */
import type { ComponentChildren } from 'preact';

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <ul class="gallery-list">{children}</ul>
    </section>
  );
}

export function Picture({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <li>
      <span class="gallery-picture">{children}</span>
      <span>{words}</span>
    </li>
  );
}
