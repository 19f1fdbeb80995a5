/** Tools whose work a build can see: what they need, and what they make. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import { absolutePath, baseName, isDirectory, MOST_FILES } from '../stage-state.ts';
import { corepack, npm, pnpm, yarn } from './modules.ts';
import { filesAt, namedFiles, namedPaths } from './named-files.ts';
import { apk, apt } from './packages.ts';
import { pip, python } from './python.ts';
import {
  addFile,
  addWeight,
  FAILED,
  failed,
  need,
  NO_SPACE,
  plainWords,
  removeFile,
  rewriteFile,
  valueOf,
  writeFile,
  type Handler,
} from './room.ts';

const MODULES_BYTES = 60 * MIB;
const MODULES_TICKS = 12;
const COMPILE_TICKS = 10;
const BINARY_BYTES = 7 * MIB;
const COMPILE_CACHE_BYTES = 120 * MIB;
/** Source: go help cache; the official image's GOPATH. */
const GO_COMPILED = '/root/.cache/go-build';
const GO_MODULES = '/go/pkg/mod';

/** Source: GNU coreutils and busybox: cp, mv. */
const copy: Handler = (room, words) => {
  const named = [...plainWords(words)];
  const into = absolutePath(room.workdir, named.pop() ?? '/');
  const sources = named.flatMap((word) => {
    // `cp -r dir/. there`: what is in it, and not the directory.
    const isInside = /(?:^|\/)\.\.?\/?$/.test(word);
    return namedPaths(room, word).map((path) => ({ path, name: isInside ? '' : baseName(path) }));
  });
  const isInto = sources.length > 1 || isDirectory(room.files, room.directories, into);
  for (const { path, name } of sources) {
    const place = isInto ? absolutePath(into, name) : into;
    for (const file of filesAt(room, path)) {
      const copied = room.files[file];
      const rest = file.slice(path === '/' ? 0 : path.length);
      if (copied) addFile(room, absolutePath('/', place + rest), { ...copied });
      if (words[0] === 'mv') removeFile(room, file);
    }
  }
  room.ticks += 1;
};

/** chown and chmod: whatever they touch lies in this layer, too. */
const change: Handler = (room, words) => {
  for (const path of namedFiles(room, plainWords(words).slice(1))) rewriteFile(room, path);
  room.ticks += 1;
};

/** It is done at once, and weighs nothing to speak of. */
const light: Handler = (room) => {
  room.ticks += 1;
};

const touch: Handler = (room, words) => {
  for (const word of plainWords(words)) writeFile(room, word, { said: '', isAppended: true });
  room.ticks += 1;
};

const remove: Handler = (room, words) => {
  for (const path of plainWords(words).flatMap((word) => namedPaths(room, word))) {
    for (const file of filesAt(room, path)) removeFile(room, file);
    room.directories = room.directories.filter((known) => known !== path && !known.startsWith(`${path}/`));
  }
  room.ticks += 1;
};

const makeDirectory: Handler = (room, words) => {
  const made = plainWords(words, new Set(['-m', '--mode'])).map((word) => absolutePath(room.workdir, word));
  room.directories = [...new Set([...room.directories, ...made])];
  if (room.directories.length > MOST_FILES) throw failed(words, FAILED, NO_SPACE);
  room.ticks += 1;
};

const go: Handler = (room, words) => {
  need(room, 'go', words);
  if (words[1] === 'mod') {
    if (!room.files[absolutePath(room.workdir, 'go.mod')]) throw failed(words, FAILED, 'go: no modules specified');
    addWeight(room, GO_MODULES, MODULES_BYTES);
    room.ticks += MODULES_TICKS;
    return;
  }
  if (words[1] !== 'build') {
    room.ticks += 2;
    return;
  }
  const sources = filesAt(room, absolutePath(room.workdir, '.'));
  const source = sources.find((path) => room.files[path]?.makes !== undefined);
  const makes = source === undefined ? undefined : room.files[source]?.makes;
  if (makes === undefined) throw failed(words, FAILED, `no Go files in ${room.workdir}`);
  const path = absolutePath(room.workdir, valueOf(words, ['-o']) ?? baseName(makes));
  const sum = digestOfText(`built ${sources.map((name) => room.files[name]?.sum).join(' ')}`);
  addFile(room, path, { bytes: BINARY_BYTES, sum, program: makes });
  addWeight(room, GO_COMPILED, COMPILE_CACHE_BYTES);
  room.ticks += COMPILE_TICKS;
};

const LIGHT = ['addgroup', 'adduser', 'cat', 'groupadd', 'ls', 'sed', 'sleep', 'useradd'];

export const TOOLS: Readonly<Record<string, Handler>> = {
  apk,
  apt,
  'apt-get': apt,
  npm,
  yarn,
  pnpm,
  corepack,
  pip,
  pip3: pip,
  python,
  python3: python,
  go,
  rm: remove,
  touch,
  chown: change,
  chgrp: change,
  chmod: change,
  ...Object.fromEntries(LIGHT.map((name) => [name, light])),
  cp: copy,
  mv: copy,
  mkdir: makeDirectory,
};
