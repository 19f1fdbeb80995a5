import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandWord } from '../../../shared/cluster/build/dockerfile/expand.ts';
import { ignoreMatcher, ignorePatterns } from '../../../shared/cluster/build/dockerfile/ignore.ts';
import type { Instruction } from '../../../shared/cluster/build/dockerfile/instruction.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';

const allProblemsOf = (text: string) => {
  const { syntaxProblems, problems } = parseDockerfile(text);
  return [...syntaxProblems, ...problems];
};
const problemsOf = (text: string) => allProblemsOf(text).map(({ line, key }) => `${line} ${key}`);

function instructionsOf(text: string): readonly Instruction[] {
  expect(allProblemsOf(text)).toEqual([]);
  return parseDockerfile(text).instructions;
}

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
    expect(health).toMatchObject({ command: { words: ['knock'], isShell: true }, intervalNanoseconds: 30e9 });
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
    const chown = '--chown=a\\b`"`"';
    expect(instructionsOf(`# escape=\`\nFROM hut\nCOPY ${chown} a b`)[1]).toMatchObject({ chown: 'a\\b""' });
    expect(instructionsOf('FROM hut\nCOPY --chown=a\\"b` a b')[1]).toMatchObject({ chown: 'a"b`' });
  });

  test.each([
    ['CMD ["a", "b"]', { words: ['a', 'b'], isShell: false }],
    ['CMD ["a", "b"', { words: ['["a", "b"'], isShell: true }],
    ["CMD ['a']", { words: ["['a']"], isShell: true }],
    ['CMD a b', { words: ['a b'], isShell: true }],
    ['CMD', { words: [], isShell: true }],
  ])('BUILD-3 %s', (line, command) => expect(instructionsOf(`FROM hut\n${line}`)[1]).toMatchObject({ command }));

  test.each([
    ['', '1 dockerfileEmpty'],
    ['# nothing\n', '1 dockerfileEmpty'],
    ['ENV A=1\nFROM hut', '1 dockerfileBeforeFrom'],
    ['FROM hut\nFETCH wood', '2 dockerfileUnknownInstruction'],
    ['# escape=x\nFROM hut', '1 dockerfileDirective'],
    ['# escape=`\n# escape=`\nFROM hut', '2 dockerfileDirective'],
    ['FROM hut\nCMD ["a", 1]', '2 dockerfileJsonStrings'],
    ['FROM hut\nRUN <<EOF\nfoo\n', '2 dockerfileHeredocOpen'],
    ['FROM hut\nCOPY a <<EOF\nfoo\nEOF', '2 dockerfileHeredocPlace'],
    ['FROM hut\nSHELL /bin/sh', '2 dockerfileShellForm'],
    ['FROM hut\nONBUILD FROM villa', '2 dockerfileOnbuild'],
    ['FROM hut\nENV =1', '2 dockerfileBlankName'],
    ['FROM hut\nCOPY --link --link a b', '2 dockerfileFlagTwice'],
    ['FROM hut\nCOPY --link=maybe a b', '2 dockerfileFlagValue'],
    ['FROM hut\nRUN --network=wifi a', '2 dockerfileFlagValue'],
    ['FROM hut\nRUN --network= a', '2 dockerfileFlagValue'],
    ['FROM hut\nRUN --security= a', '2 dockerfileFlagValue'],
    ['FROM hut\nRUN --mount= a', '2 dockerfileFlagValue'],
    ['FROM hut\nRUN --device= a', '2 dockerfileFlagValue'],
    ['FROM hut\nWORKDIR', '2 dockerfileNoArguments'],
    ['FROM hut as', '1 dockerfileFromForm'],
    ['FROM hut as 1st', '1 dockerfileStageName'],
    ['FROM hut\nCOPY a', '2 dockerfileCopyArguments'],
    ['FROM hut\nCOPY --frm=a b c', '2 dockerfileUnknownFlag'],
    ['FROM hut\nHEALTHCHECK --interval=1us CMD a', '2 dockerfileFlagValue'],
    ['FROM hut\nHEALTHCHECK --interval=2562048h CMD a', '2 dockerfileFlagValue'],
    ['FROM hut\nENV A', '2 dockerfilePairs'],
    ['FROM hut\nENV A=1 B', '2 dockerfilePairs'],
    ['FROM hut\nHEALTHCHECK RUN a', '2 dockerfileHealthcheck'],
  ])('BUILD-4 %j is wrong: %s', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test('BUILD-5 only ARG may stand before the first FROM', () => {
    expect(allProblemsOf('ARG BASE=hut\nFROM $BASE')).toEqual([]);
    for (const line of ['ENV A=1', 'RUN cut-wood', 'LABEL a=b'])
      expect(allProblemsOf(`${line}\nFROM hut`)).not.toEqual([]);
  });

  test('BUILD-4 every wrong line is named at once', () => {
    expect(allProblemsOf('FROM hut\nFETCH wood\nCOPY a\nEXPOSE')).toMatchObject([
      {
        line: 2,
        details: { instruction: 'FETCH', line: 2 },
        message: 'dockerfile parse error on line 2: unknown instruction: FETCH',
      },
      { line: 3, key: 'dockerfileCopyArguments' },
      { line: 4, key: 'dockerfileNoArguments' },
    ]);
  });

  test('BUILD-1 several stages, flags with quotes, heredocs and triggers', () => {
    const text = [
      'FROM --platform=linux/amd64 golang AS Build',
      'RUN --mount=type=cache,target=/root --mount=type=tmpfs,target=/tmp go build',
      'FROM scratch',
      'COPY --from=build --chown="me you" ["/a b", "/c"]',
      "COPY <<one <<-'two' /etc/",
      '$A',
      'one',
      '\t\t$B',
      '\ttwo',
      'ONBUILD COPY <<EOF /x',
      'hi',
      'EOF',
      'STOPSIGNAL SIGTERM',
    ].join('\n');
    const [from, run, , copy, files, trigger, signal] = instructionsOf(text);
    expect(from).toMatchObject({ stage: 'build', platform: 'linux/amd64' });
    expect(run).toMatchObject({ mounts: ['type=cache,target=/root', 'type=tmpfs,target=/tmp'] });
    expect(copy).toMatchObject({ from: 'build', chown: 'me you', sources: ['/a b'], destination: '/c' });
    expect(files).toMatchObject({
      line: 5,
      endLine: 9,
      sources: [],
      contents: [
        { name: 'one', content: '$A\n', expands: true },
        { name: 'two', content: '$B\n', expands: false },
      ],
    });
    expect(trigger).toMatchObject({ expression: 'COPY <<EOF /x\nhi\nEOF', line: 10, endLine: 12 });
    expect(signal).toMatchObject({ signal: 'SIGTERM', line: 13 });
  });

  test('BUILD-1 blanks may stand before the name of a heredoc, and a lone quote makes it a path', () => {
    const [, run, copy] = instructionsOf('FROM hut\nRUN cat <<  MENU >> menu\ntea\nMENU\nCOPY <<"menu /srv/');
    expect(run).toMatchObject({ line: 2, endLine: 4, files: [{ name: 'MENU', content: 'tea\n', expands: true }] });
    expect(copy).toMatchObject({ sources: ['<<"menu'], contents: [], destination: '/srv/' });
  });

  test('BUILD-1 flags of ARG and STOPSIGNAL are nobody’s business', () => {
    const [, arg, signal] = instructionsOf('FROM hut\nARG --old SIZE\nSTOPSIGNAL --old SIGTERM');
    expect(arg).toMatchObject({ args: [{ name: 'SIZE', value: null }] });
    expect(signal).toMatchObject({ signal: 'SIGTERM' });
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
  const variables = { NAME: 'tea', EMPTY: '', PATH: 'a/b.tar.gz' };
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
    ['${PATH#*/}', 'b.tar.gz'],
    ['${PATH##*.}', 'gz'],
    ['${PATH%.*}', 'a/b.tar'],
    ['${PATH%%.*}', 'a/b'],
    ['${PATH/./-}', 'a/b-tar.gz'],
    ['${PATH//[ab]/x}', 'a/b.tar.gz'],
    ['${PATH//?/x}', 'xxxxxxxxxx'],
    ['${PATH//*/x}', 'x'],
    ["${PATH//[.]/'<$0$1$$>'}", 'a/b.tar.gz'],
    ["${PATH//./'<$0$1$$>'}", 'a/b<.$>tar<.$>gz'],
    ["${PATH/./'$0'}", 'a/b$0tar.gz'],
    ['${PATH/\\//-}', 'a-b.tar.gz'],
    ['${NONE#x}', ''],
  ])('BUILD-6 %s becomes %j', (word, value) => expect(expandWord(word, variables)).toBe(value));

  test('BUILD-6 under another escape token a pattern may end with a backslash, which escapes what is before it', () => {
    expect(expandWord('${DIR%/\\}', { DIR: 'a/' }, '`')).toBe('a');
  });

  test.each([
    '${NONE:?why}',
    '${',
    '${NAME',
    '"open',
    "'open",
    '${NAME:0:1}',
    '${NAME:#t}',
    '${NAME:%%a}',
    '${NAME#\\x}',
    '${NAME/a}',
    '${NAME/a/b',
  ])('BUILD-6 %s cannot be filled in', (word) => {
    expect(() => expandWord(word, variables)).toThrow(/failed to process/);
  });
});

describe('.dockerignore', () => {
  const isIgnored = (text: string, path: string) => ignoreMatcher(ignorePatterns(text))(path);

  test.each([
    ['.git', '.git/objects/pack', true],
    ['/logs', 'logs/visitors.log', true],
    ['*.log', 'logs/visitors.log', false],
    ['**/*.log', 'logs/visitors.log', true],
    ['# logs\n\nplans/', 'plans/menu.txt', true],
    ['*\n!teahouse', 'teahouse/v1', false],
    ['*\n!teahouse\nteahouse/v2', 'teahouse/v2', true],
    ['plans/[a-l]*', 'plans/furniture.txt', true],
    ['plans/[^a-l]*', 'plans/furniture.txt', false],
    ['a\\*b', 'a*b', true],
    ['logs\\d', 'logs7', true],
    ['logs\\net', 'logs/net', false],
    ['**b]', 'ab]', false],
    ['**b]', 'a/b]', true],
  ])('BUILD-27 %j and %s: %s', (text, path, answer) => expect(isIgnored(text, path)).toBe(answer));

  test.each(['[', 'a[]', '!', 'a\\', '[a-]', 'src\\config'])('BUILD-27 %s is no pattern', (text) => {
    expect(() => isIgnored(text, 'a')).toThrow(/pattern/);
  });
});
