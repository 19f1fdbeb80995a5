/** Blueprints as players write them: some that build, and each mistake that the parser knows. */
import type { Chance } from '../../support/chance.ts';

const SOUND = [
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/v1 /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM hut:1.0\nRUN cut-wood\nCOPY teahouse/broken /srv/teahouse\nCMD ["teahouse"]\n',
  'FROM courtyard\nCOPY bakery/v1 /srv/bakery\nCMD ["bakery"]\n',
  'FROM golang AS build\nCOPY teahouse-src/ /src/\nWORKDIR /src\nRUN go build -o /out/teahouse\nFROM alpine\nCOPY --from=build /out/ /bin/\nENTRYPOINT ["teahouse"]\n',
  'FROM node:22-slim\nWORKDIR /app\nCOPY --parents canteen-src/./package*.json canteen-src/./yarn.lock* ./\nRUN apt-get install -y git || (cd /app && NODE_ENV=production npm ci)\nCOPY canteen-src/server.js /app\nCMD ["npm", "start"]\n',
  'FROM alpine\nRUN apk add -t .deps git && apk del .deps && touch /open && chmod 600 /open\nRUN ["sh", "-ec", "cut-wood; draw-plan"]\nCOPY kitchen/v1 /usr/local/bin\nCMD ["v1"]\n',
  'FROM node:22-slim\nWORKDIR /app\nARG MODE=live\nCOPY canteen-src/package*.json canteen-src/server.js ./\nRUN if [ -f yarn.lock ]; then yarn --frozen-lockfile; elif [ "$MODE" = live ] && [ -f package-lock.json ]; then npm ci; else exit 1; fi\nRUN for part in stone wood; do case $part in stone) carry-stone;; *) cut-wood; esac; done > /built\nCMD ["node", "server.js"]\n',
  'FROM golang AS b\nWORKDIR /src\nRUN --mount=source=teahouse-src,target=. --mount=type=cache,target=/root/.cache/go-build go build -o /out/teahouse\nFROM hut\nRUN --mount=from=b,source=/out,target=/mnt cp /mnt/teahouse /srv\nCMD ["teahouse"]\n',
  'FROM python:3.12-slim\nWORKDIR /app\nCOPY bookstall-src/requirements.txt .\nRUN pip install -r requirements.txt || python -m venv /opt/venv\nCOPY bookstall-src/app.py .\nCMD ["python", "app.py"]\n',
  'FROM nginx:1.28-alpine\nCOPY plans/menu.txt /usr/share/nginx/html/\n',
];

/** By the refusal that each brings out. */
export const MISTAKEN = {
  dockerfileEmpty: '# nothing but words\n',
  dockerfileNoFrom: 'ARG SIZE=2\n',
  dockerfileBeforeFrom: 'RUN nothing\n',
  dockerfileNoArguments: 'FROM hut:1.0\nEXPOSE\n',
  dockerfileFromForm: 'FROM hut:1.0 extra words\n',
  dockerfileStageName: 'FROM hut:1.0 AS 9\n',
  dockerfileCopyArguments: 'FROM hut:1.0\nCOPY one\n',
  dockerfileCopyDirectory: 'FROM hut:1.0\nCOPY teahouse/v1 bakery/v1 /srv\n',
  dockerfileCopyMissing: 'FROM hut:1.0\nCOPY no/such/plan /srv/\n',
  dockerfileUnknownFlag: 'FROM hut:1.0\nCOPY --colour=red teahouse/v1 /srv/\n',
  dockerfileFlagValue: 'FROM hut:1.0\nHEALTHCHECK --interval=soon CMD knock\n',
  dockerfileBlankName: 'FROM hut:1.0\nENV =tea\n',
  dockerfilePairs: 'FROM hut:1.0\nENV MENU\n',
  dockerfilePort: 'FROM hut:1.0\nEXPOSE eighty\n',
  dockerfileHealthcheck: 'FROM hut:1.0\nHEALTHCHECK NEVER\n',
  dockerfileVariable: 'FROM hut:1.0\nCOPY ${ /srv/\n',
  dockerfileBaseUnknown: 'FROM nobody/nothing:9\nRUN cut-wood\n',
  dockerfileStyle: 'FROM hut:1.0\nLABEL podville.style=castle\n',
  dockerfileTooLong: `FROM hut:1.0\n${'RUN cut-wood\n'.repeat(130)}`,
  dockerfileTooLarge: `FROM hut:1.0\nUSER ${'host'.repeat(20)}\n`,
  dockerfileDirective: '# escape=x\nFROM hut:1.0\n',
  dockerfileJsonStrings: 'FROM hut:1.0\nVOLUME [1]\n',
  dockerfileHeredocOpen: 'FROM hut:1.0\nRUN <<END\ncut-wood\n',
  dockerfileHeredocPlace: 'FROM hut:1.0\nADD <<A <<B\nA\nB\n',
  dockerfileShellForm: 'FROM hut:1.0\nSHELL sh -c\n',
  dockerfileOnbuild: 'FROM hut:1.0\nONBUILD FROM hut:1.0\n',
  dockerfileFlagTwice: 'FROM hut:1.0\nCOPY --from=a --from=b teahouse/v1 /srv/\n',
  dockerfileStageUnknown: 'FROM hut:1.0\nCOPY --from=9 /out /srv/\n',
  dockerfileRunFailed: 'FROM scratch\nRUN paint\n',
  dockerfileUnknownInstruction: 'FROM hut:1.0\nBAKE bread\n',
};

export function dockerfile(chance: Chance): string {
  return chance.pick(chance.percent(50) ? SOUND : Object.values(MISTAKEN));
}
