/** Who gets the SIGTERM follows from how the command is written. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { Workshop } from '../../support/workshop.ts';

const programOf = (command: string) => {
  const { image } = new Workshop().build('team/tea:1', `FROM alpine\nCOPY teahouse/v1 /srv/\n${command}`);
  return must(image, 'image').config.program;
};

test.each([
  ['CMD ["teahouse"]', false],
  ['ENTRYPOINT ["teahouse"]', false],
  ['CMD exec teahouse', false],
  ['CMD ["sh", "-c", "exec teahouse"]', false],
  ['CMD teahouse', true],
  ['ENTRYPOINT teahouse', true],
  ['CMD ["sh", "-c", "teahouse"]', true],
])('BUILD-33 %s: the program is deaf to SIGTERM: %s', (command, isDeaf) => {
  expect(programOf(command)).toMatchObject({ name: 'teahouse', capacityRps: 30 });
  expect(programOf(command).ignoresTerm === true).toBe(isDeaf);
});
