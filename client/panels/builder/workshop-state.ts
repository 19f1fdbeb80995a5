/** What a builder has on the table: a blueprint and its name, kept while other panels are looked at. */
import { signal } from '@preact/signals';

export const FIRST_BLUEPRINT = `FROM hut:1.0
RUN cut-wood 2
RUN lay-tiles
COPY teahouse/v1 /srv/teahouse
LABEL podville.style=teahouse
EXPOSE 8080
USER host
CMD ["teahouse"]
`;

export const blueprint = signal(FIRST_BLUEPRINT);
/** Empty: the team's own teahouse. */
export const imageName = signal('');
export const manifestText = signal('');
export const BENCHES = ['blueprint', 'shelves', 'deploy', 'yaml'] as const;
export type Bench = (typeof BENCHES)[number];
export const bench = signal<Bench>('blueprint');
