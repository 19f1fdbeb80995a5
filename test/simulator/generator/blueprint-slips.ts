/** Builds of blueprints with one mistake each, and too many builds. */
import { MISTAKEN } from './dockerfiles.ts';
import type { Slip } from './slips.ts';

const build = (dockerfile: string, reference: string) => ({ verb: 'build', dockerfile, reference });
const SLOW = 'FROM hut:1.0\nRUN cut-wood 9\n';
const MANY = Array.from({ length: 20 }, (_, index) => index);

export const BLUEPRINT_SLIPS: Readonly<Record<string, Slip>> = {
  ...Object.fromEntries(
    Object.entries(MISTAKEN).map(([refusal, text]) => [refusal, () => [build(text, 'slip:1')]] as const),
  ),
  dockerignorePattern: () => [{ ...build('FROM hut:1.0\n', 'slip:1'), dockerignore: '[' }],
  dockerfileTarget: () => [{ ...build('FROM hut:1.0\n', 'slip:1'), target: 'nowhere' }],
  alreadyBuilding: () => [build(SLOW, 'slip:2'), build(SLOW, 'slip:2')],
  tooManyBuilds: () => MANY.map((index) => build(SLOW, `slip:many-${index}`)),
  registryUnknown: (chance, view) => {
    const tag = chance.maybe(view.keys('LocalTag').filter((key) => key.startsWith('example.com/')));
    return [tag === undefined ? build('FROM hut:1.0\n', 'example.com/slip:1') : { verb: 'push', reference: tag }];
  },
};
