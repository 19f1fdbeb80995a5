// `npm run atlas`: draws the art into client/generated/. Until there is art to draw: the empty folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

mkdirSync(join(import.meta.dirname, '../../client/generated'), { recursive: true });
