import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandWord } from '../../../shared/cluster/build/dockerfile/expand.ts';
import type { Instruction } from '../../../shared/cluster/build/dockerfile/instruction.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';

function instructionsOf(text: string): readonly Instruction[] {
  const parsed = parseDockerfile(text);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.instructions;
}

const problemsOf = (text: string) => {
  const parsed = parseDockerfile(text);
  return 'errors' in parsed ? parsed.errors.map(({ line, key }) => `${line} ${key}`) : [];
};

describe('blueprints', () => {
  test('BUILD-1 every instruction of the workshop is read, in any case of letters', () => {
    const text = [
      'from courtyard:1.0 as tea',
      'ARG SIZE=2',
      'ENV MENU="green tea" OPEN=8',
      'LABEL podville.style=teahouse',
      'WORKDIR /srv',
      'COPY --chown=keeper teahouse/v1 plans/menu.txt ./',
      'RUN carry-stone',
      'EXPOSE 8080 9090/tcp',
      'USER keeper',
      'HEALTHCHECK --interval=30s CMD knock',
      'CMD ["teahouse", "--open"]',
    ].join('\n');
    const [from, arg, env, label, workdir, copy, run, expose, user, health, cmd] = instructionsOf(text);
    expect(from).toMatchObject({ type: 'FROM', image: 'courtyard:1.0', stage: 'tea', line: 1 });
    expect(arg).toMatchObject({ args: [{ name: 'SIZE', value: '2' }] });
    expect(env).toMatchObject({
      pairs: [
        ['MENU', '"green tea"'],
        ['OPEN', '8'],
      ],
    });
    expect(label).toMatchObject({ pairs: [['podville.style', 'teahouse']] });
    expect(workdir).toMatchObject({ path: '/srv' });
    expect(copy).toMatchObject({ sources: ['teahouse/v1', 'plans/menu.txt'], destination: './', chown: 'keeper' });
    expect(run).toMatchObject({ command: { words: ['carry-stone'], isShell: true }, text: 'RUN carry-stone' });
    expect(expose).toMatchObject({ ports: ['8080', '9090/tcp'] });
    expect(user).toMatchObject({ user: 'keeper' });
    expect(health).toMatchObject({ command: { words: ['knock'], isShell: true }, options: { interval: '30s' } });
    expect(cmd).toMatchObject({ command: { words: ['teahouse', '--open'], isShell: false }, line: 11 });
  });

  test('BUILD-2 comments go, lines continue, and lines are counted as they stand', () => {
    const text = '# plan\n\nFROM hut\nRUN carry-stone \\\n  # not this\n\n  && cut-wood\nCMD hut # here it is text\n';
    const [from, run, cmd] = instructionsOf(text);
    expect(from).toMatchObject({ line: 3, endLine: 3 });
    expect(run).toMatchObject({ line: 4, endLine: 7, command: { words: ['carry-stone   && cut-wood'] } });
    expect(cmd).toMatchObject({ line: 8, command: { words: ['hut # here it is text'] } });
  });

  test('BUILD-2 the escape directive changes the token, at the very top only', () => {
    expect(instructionsOf('# escape=`\nFROM hut\nRUN a `\n b')).toHaveLength(2);
    expect(problemsOf('# hi\n# escape=`\nFROM hut\nRUN a `\n b')).toEqual(['5 dockerfileUnknownInstruction']);
  });

  test.each([
    ['CMD ["a", "b"]', { words: ['a', 'b'], isShell: false }],
    ['CMD ["a", "b"', { words: ['["a", "b"'], isShell: true }],
    ['CMD ["a", 1]', { words: ['["a", 1]'], isShell: true }],
    ["CMD ['a']", { words: ["['a']"], isShell: true }],
    ['CMD a b', { words: ['a b'], isShell: true }],
    ['CMD', { words: [], isShell: true }],
  ])('BUILD-3 %s', (line, command) => expect(instructionsOf(`FROM hut\n${line}`)[1]).toMatchObject({ command }));

  test.each([
    ['', '1 dockerfileEmpty'],
    ['# nothing\n', '1 dockerfileEmpty'],
    ['ARG A=1', '1 dockerfileNoFrom'],
    ['ENV A=1\nFROM hut', '1 dockerfileBeforeFrom'],
    ['FROM hut\nFETCH wood', '2 dockerfileUnknownInstruction'],
    ['FROM hut\nENTRYPOINT ["hut"]', '2 dockerfileNotHere'],
    ['FROM hut\nRUN <<EOF\nfoo\nEOF', '2 dockerfileHeredoc'],
    ['FROM hut\nFROM villa', '2 dockerfileOneStage'],
    ['FROM hut\nCOPY --from=a b c', '2 dockerfileOneStage'],
    ['FROM hut\nRUN', '2 dockerfileNoArguments'],
    ['FROM hut as', '1 dockerfileFromForm'],
    ['FROM hut as 1st', '1 dockerfileStageName'],
    ['FROM hut\nCOPY a', '2 dockerfileCopyArguments'],
    ['FROM hut\nCOPY a b c', '2 dockerfileCopyDirectory'],
    ['FROM hut\nCOPY --frm=a b c', '2 dockerfileUnknownFlag'],
    ['FROM hut\nHEALTHCHECK --interval=1us CMD a', '2 dockerfileFlagValue'],
    ['FROM hut\nENV A', '2 dockerfilePairs'],
    ['FROM hut\nENV A=1 B', '2 dockerfilePairs'],
    ['FROM hut\nARG 1A', '2 dockerfileArgName'],
    ['FROM hut\nHEALTHCHECK RUN a', '2 dockerfileHealthcheck'],
  ])('BUILD-4 %j is wrong: %s', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test('BUILD-4 every wrong line is named at once', () => {
    const parsed = parseDockerfile('FROM hut\nFETCH wood\nCOPY a\nEXPOSE');
    expect(parsed).toMatchObject({
      errors: [
        {
          line: 2,
          details: { instruction: 'FETCH', line: 2 },
          message: 'dockerfile parse error on line 2: unknown instruction: FETCH',
        },
        { line: 3, key: 'dockerfileCopyArguments' },
        { line: 4, key: 'dockerfileNoArguments' },
      ],
    });
  });

  test('BUILD-4 whatever is typed, the parser answers', () => {
    const word = fc.constantFrom(
      'FROM',
      'RUN',
      'COPY',
      'ENV',
      'CMD',
      'ARG',
      ' ',
      '\\',
      '\n',
      '"',
      '[',
      '$A',
      '${',
      '=',
      '#',
      '--',
      'a',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => void parseDockerfile(text),
      ),
    );
  });
});

describe('variables', () => {
  const variables = { NAME: 'tea', EMPTY: '' };
  test.each([
    ['$NAME-house', 'tea-house'],
    ['${NAME}house', 'teahouse'],
    ['\\$NAME', '$NAME'],
    ["'$NAME'", '$NAME'],
    ['"a $NAME"', 'a tea'],
    ['${NONE:-${NAME}}', 'tea'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${NAME:+x}', 'x'],
    ['${NONE+x}', ''],
    ['${constructor}', ''],
    ['a$', 'a$'],
  ])('BUILD-6 %s becomes %j', (word, value) => expect(expandWord(word, variables)).toBe(value));

  test.each(['${NONE:?why}', '${', '${NAME', '"open', "'open", '${NAME:0:1}'])(
    'BUILD-6 %s cannot be filled in',
    (word) => {
      expect(() => expandWord(word, variables)).toThrow(/failed to process/);
    },
  );
});
