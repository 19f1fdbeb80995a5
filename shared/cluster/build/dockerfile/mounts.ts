/** RUN --mount: what is laid over the files for one step. Source: buildkit instructions/commands_runmount.go. */
import { DockerfileError } from './problem.ts';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
/** Of each the long name of a key, as it is kept here. */
const KEYS: Readonly<Record<string, string>> = {
  type: 'type',
  from: 'from',
  source: 'source',
  src: 'source',
  target: 'target',
  dst: 'target',
  destination: 'target',
  readonly: 'readonly',
  ro: 'readonly',
  readwrite: 'readwrite',
  rw: 'readwrite',
  required: 'required',
  id: 'id',
  sharing: 'sharing',
  size: 'size',
  mode: 'mode',
  uid: 'uid',
  gid: 'gid',
  env: 'env',
};
/** They may stand without a value. */
const SWITCHES: ReadonlySet<string> = new Set(['readonly', 'readwrite', 'required']);

export interface Mount {
  readonly type: (typeof TYPES)[number];
  /** A stage or an image; empty for the build context. */
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly isReadOnly: boolean;
  readonly id: string;
  readonly isRequired: boolean;
}

/** Before its variables are filled in, this much of it is known. */
export function sourceOfMount(text: string): string {
  return /(?:^|,)from=([^,]*)/i.exec(text)?.[1] ?? '';
}

/** Throws a DockerfileError. Its variables have been filled in. */
export function readMount(text: string): Mount {
  const wrong = (why: string) =>
    new DockerfileError('dockerfileFlagValue', `invalid --mount "${text}": ${why}`, {
      flag: '--mount',
      value: text.slice(0, 40),
    });
  const values: Record<string, string> = {};
  for (const field of text.split(',')) {
    const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(field.trim()) ?? [];
    const written = name.toLowerCase();
    const key = Object.hasOwn(KEYS, written) ? (KEYS[written] ?? '') : '';
    if (key === '') throw wrong(`unexpected key '${name}' in '${field}'`);
    if (value === undefined && !SWITCHES.has(key)) throw wrong(`invalid field '${field}' must be a key=value pair`);
    values[key] = value ?? 'true';
  }
  const type = TYPES.find((known) => known === (values['type'] ?? 'bind').toLowerCase());
  if (!type) throw wrong(`unsupported mount type "${values['type']}"`);
  const isWritable = values['readwrite'] === 'true' || values['readonly'] === 'false';
  const { from = '', source = '', target = '', id = source.slice(source.lastIndexOf('/') + 1) } = values;
  return {
    type,
    from,
    source,
    target: type === 'secret' && target === '' ? `/run/secrets/${id}` : target,
    isReadOnly: type === 'bind' ? !isWritable : values['readonly'] === 'true',
    id,
    isRequired: values['required'] === 'true',
  };
}
