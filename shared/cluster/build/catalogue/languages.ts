/** Languages to build in and to run in, on Docker Hub's debian. Sizes are rounded. */
import { MIB } from '../../../base/integers.ts';
import {
  DEBIAN_PACKAGES,
  DEBIAN_REST,
  DEBIAN_SLIM,
  DEBIAN_TOOLS,
  SLIM_PACKAGES,
  type BaseLayer,
  type OfficialImage,
} from './official-image.ts';
import { SHELL, toolProgram } from './programs.ts';

const inLocalBin = (name: string): string => `/usr/local/bin/${name}`;
const NODE_TOOLS = ['node', 'npm', 'yarn', 'corepack'].map(inLocalBin);
const PYTHON_TOOLS = ['python3', 'python', 'pip3', 'pip'].map(inLocalBin);
const BUILD_TOOLS: BaseLayer = { work: 'compilers and headers', bytes: 380 * MIB };

type Language = Pick<OfficialImage, 'name' | 'tags' | 'program' | 'command' | 'tools' | 'packages'> & {
  readonly own: BaseLayer;
};

/** With all that it takes to compile. */
const full = ({ own, tools, packages, ...rest }: Language): OfficialImage => ({
  ...rest,
  style: 'workshop',
  layers: [DEBIAN_SLIM, DEBIAN_REST, BUILD_TOOLS, own],
  port: null,
  tools: [...DEBIAN_TOOLS, ...tools, '/usr/bin/git', '/usr/bin/make', '/usr/bin/curl'],
  packages: { ...DEBIAN_PACKAGES, git: '2.39.2', ...packages },
});

/** With what it takes to run. */
const slim = ({ own, tools, packages, ...rest }: Language): OfficialImage => ({
  ...rest,
  style: 'workshop',
  layers: [DEBIAN_SLIM, own],
  port: null,
  tools: [...DEBIAN_TOOLS, ...tools],
  packages: { ...SLIM_PACKAGES, ...packages },
});

const NODE = {
  name: 'node',
  program: SHELL,
  own: { work: 'node 22', bytes: 130 * MIB },
  tools: NODE_TOOLS,
  packages: { nodejs: '22.22.0', npm: '11.6.2' },
};
const PYTHON = { name: 'python', program: toolProgram('python3'), tools: PYTHON_TOOLS };

export const LANGUAGES: readonly OfficialImage[] = [
  full({
    name: 'golang',
    tags: ['1.25', 'latest'],
    program: SHELL,
    own: { work: 'go 1.25', bytes: 260 * MIB },
    tools: ['/usr/local/go/bin/go'],
    packages: { make: '4.4.1', go: '1.25.4' },
  }),
  full({ ...NODE, tags: ['22', 'latest'] }),
  slim({ ...NODE, tags: ['22-slim'] }),
  full({
    ...PYTHON,
    tags: ['3.13', 'latest'],
    own: { work: 'python 3.13', bytes: 70 * MIB },
    packages: { python: '3.13.9', pip: '25.2' },
  }),
  slim({
    ...PYTHON,
    tags: ['3.12-slim'],
    own: { work: 'python 3.12', bytes: 43 * MIB },
    packages: { python: '3.12.12', pip: '25.0.1' },
  }),
  full({
    name: 'perl',
    tags: ['5.34', '5.34.0'],
    program: toolProgram('perl'),
    command: ['perl', '-de0'],
    own: { work: 'perl 5.34', bytes: 60 * MIB },
    tools: ['/usr/local/bin/perl'],
    packages: { perl: '5.34.3' },
  }),
];
