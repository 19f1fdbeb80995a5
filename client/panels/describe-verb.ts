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
  if (verb.verb === 'apply' || verb.verb === 'putStaticPod')
    values['name'] = `${verb.manifest.kind} ${verb.manifest.metadata.name}`;
  return values;
}

export function describeVerb(verb: Verb): string {
  return maybeT(sentenceOf(verb), verbValues(verb)) ?? verb.verb;
}

/** Verbs that do two things have a sentence for the other one. */
function sentenceOf(verb: Verb): string {
  if (verb.verb === 'cordon' && !verb.unschedulable) return 'verb.uncordon';
  if (verb.verb === 'drain' && !verb.drain) return 'verb.undrain';
  if (verb.verb === 'pauseRollout') return verb.paused ? 'verb.pauseRollout' : 'verb.resumeRollout';
  if (verb.verb === 'labelNode' && verb.value === null) return 'verb.unlabelNode';
  return `verb.${verb.verb}`;
}
