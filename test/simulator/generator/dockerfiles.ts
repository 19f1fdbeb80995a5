/** Blueprints as players write them: some that build, and each mistake that the parser knows. */
import type { Chance } from '../../support/chance.ts';

const SOUND = [
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/v1 /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/broken /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM courtyard\nCOPY bakery/v1 /srv/bakery\nCMD ["bakery"]\n',
  'FROM golang AS build\nCOPY teahouse-src/ /src/\nWORKDIR /src\nRUN go build -o /out/teahouse\nFROM alpine\nCOPY --from=build /out/ /bin/\nENTRYPOINT ["teahouse"]\n',
];

const MISTAKEN = [
  '# nothing but words\n',
  'ARG SIZE=2\n',
  'RUN nothing\n',
  'FROM hut:1.0\nEXPOSE\n',
  'FROM hut:1.0 extra words\n',
  'FROM hut:1.0 AS 9\n',
  'FROM hut:1.0\nCOPY one\n',
  'FROM hut:1.0\nCOPY teahouse/v1 bakery/v1 /srv\n',
  'FROM hut:1.0\nCOPY no/such/plan /srv/\n',
  'FROM hut:1.0\nCOPY --colour=red teahouse/v1 /srv/\n',
  'FROM hut:1.0\nHEALTHCHECK --interval=soon CMD knock\n',
  'FROM hut:1.0\nENV =tea\n',
  'FROM hut:1.0\nENV MENU\n',
  'FROM hut:1.0\nEXPOSE eighty\n',
  'FROM hut:1.0\nHEALTHCHECK NEVER\n',
  'FROM hut:1.0\nCOPY ${ /srv/\n',
  'FROM nobody/nothing:9\nRUN cut-wood\n',
  'FROM hut:1.0\nLABEL podville.style=castle\n',
  `FROM hut:1.0\n${'RUN cut-wood\n'.repeat(130)}`,
  '# escape=x\nFROM hut:1.0\n',
  'FROM hut:1.0\nVOLUME [1]\n',
  'FROM hut:1.0\nRUN <<END\ncut-wood\n',
  'FROM hut:1.0\nADD <<A <<B\nA\nB\n',
  'FROM hut:1.0\nSHELL sh -c\n',
  'FROM hut:1.0\nONBUILD FROM hut:1.0\n',
  'FROM hut:1.0\nENV ""=tea\n',
  'FROM hut:1.0\nCOPY --from=a --from=b teahouse/v1 /srv/\n',
  'FROM hut:1.0\nCOPY --from=9 /out /srv/\n',
  'FROM hut:1.0\nRUN false\n',
  'FROM hut:1.0\nBAKE bread\n',
];

export function dockerfile(chance: Chance): string {
  return chance.pick(chance.percent(50) ? SOUND : MISTAKEN);
}
