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
/** What houses are asked for next: empty, the first of the shelves. */
export const orderedImage = signal('');
/** Something to begin with: one house and nothing in front of it. */
const FIRST_MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: hut
spec:
  replicas: 1
  selector:
    matchLabels: { app: hut }
  template:
    metadata:
      labels: { app: hut }
    spec:
      containers:
        - name: hut
          image: hut:1.0
          resources:
            requests: { cpu: 250m, memory: 64Mi }
`;

export const manifestText = signal(FIRST_MANIFEST);
