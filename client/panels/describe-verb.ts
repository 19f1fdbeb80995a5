/** A verb as a sentence on a button. */
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import { maybeT, type Values } from '../i18n/i18n.ts';

/** `default/web-1` -> `web-1`: there is one namespace, and its name only takes room. */
export function shortName(key: string): string {
  return key.startsWith('default/') ? key.slice('default/'.length) : key;
}

export function verbValues(verb: Verb): Values {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(verb)) {
    if (typeof value === 'string') values[name] = shortName(value);
    if (typeof value === 'number') values[name] = value;
  }
  if (verb.verb === 'apply') values['name'] = `${verb.manifest.kind} ${verb.manifest.metadata.name}`;
  return values;
}

export function describeVerb(verb: Verb): string {
  const key = verb.verb === 'cordon' && !verb.unschedulable ? 'verb.uncordon' : `verb.${verb.verb}`;
  return maybeT(key, verbValues(verb)) ?? verb.verb;
}
