/** What may stand at a place of a manifest: from the very schemas that the API server reads with. */
import { MANIFESTS, type ManifestKind } from '../../../shared/api/kinds.ts';
import { expectedAt } from '../../../shared/cluster/manifests/read/expected.ts';
import { schemaTree, type SchemaNode } from '../../../shared/cluster/manifests/read/schema-tree.ts';
import { t } from '../../i18n/i18n.ts';
import { wordsOf } from './read-manifests.ts';
import { yamlPlace, type YamlPlace } from './yaml-place.ts';

export interface Offer {
  readonly label: string;
  /** What is put in. */
  readonly insert: string;
  /** In a word: a text, a number, a list. */
  readonly detail: string;
  /** In a sentence: what is expected there, and what holds where nothing is said. */
  readonly info: string;
}

export interface Offers {
  /** How much of what stands before the cursor the offer replaces. */
  readonly written: string;
  readonly offers: readonly Offer[];
}

export function offersAt(text: string, position: number): Offers | null {
  const place = yamlPlace(text, position);
  if (place === null) return null;
  const offers = place.valueOf === null ? keyOffers(place) : valueOffers(place, place.valueOf);
  return offers.length === 0 ? null : { written: place.written, offers };
}

const isKind = (kind: string): kind is ManifestKind => Object.hasOwn(MANIFESTS, kind);

/** Every shape that is possible there: a strategy may still become this or that. */
function nodesAt({ kind, path }: YamlPlace): readonly SchemaNode[] {
  if (!isKind(kind)) return [];
  let nodes = shapes(schemaTree(kind));
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const rest = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
      const child = step === 0 ? node.items : (node.properties?.[step] ?? rest);
      return child ? shapes(child) : [];
    });
  }
  return nodes;
}

const shapes = (node: SchemaNode): readonly SchemaNode[] => (node.anyOf ? node.anyOf.flatMap(shapes) : [node]);

function keyOffers(place: YamlPlace): readonly Offer[] {
  const { path, siblings } = place;
  if (path.length === 0 && !isKind(place.kind)) {
    const start = { detail: t('manifest.expected.text'), info: '' };
    return ['apiVersion', 'kind']
      .filter((key) => !siblings.includes(key))
      .map((key) => ({ label: key, insert: `${key}: `, ...start }));
  }
  const offers = new Map<string, Offer>();
  const parent = String(path.findLast((step) => step !== 0) ?? '');
  for (const { properties = {}, required = [] } of nodesAt(place)) {
    for (const [key, node] of Object.entries(properties)) {
      if (!siblings.includes(key) && !offers.has(key))
        offers.set(key, offerOf(key, node, parent, required.includes(key) && node.default === undefined));
    }
  }
  return [...offers.values()];
}

function offerOf(key: string, node: SchemaNode, parent: string, isRequired: boolean): Offer {
  const expected = wordsOf(expectedAt(node, parent, key));
  const sentences = [t('manifest.expected', { what: expected })];
  if (isRequired) sentences.push(t('yaml.required'));
  if (node.default !== undefined) sentences.push(t('yaml.default', { value: JSON.stringify(node.default) }));
  const opensBlock = shapes(node).some(({ type }) => type === 'object' || type === 'array');
  return {
    label: key,
    insert: opensBlock ? `${key}:` : `${key}: `,
    detail: isRequired ? '*' : '',
    info: sentences.join('. '),
  };
}

function valueOffers(place: YamlPlace, key: string): readonly Offer[] {
  if (place.path.length === 0 && key === 'kind') return Object.keys(MANIFESTS).map(plain);
  const nodes = nodesAt({ ...place, path: [...place.path, key] });
  const values = nodes.flatMap((node) => {
    if (node.const !== undefined) return [String(node.const)];
    if (node.type === 'boolean') return ['true', 'false'];
    return (node.enum ?? []).map(String);
  });
  if (values.length === 0 && place.path.length === 0 && key === 'apiVersion') return versions().map(plain);
  return [...new Set(values)].map(plain);
}

/** Those of all kinds, while the kind is not written yet. */
function versions(): readonly string[] {
  const kinds = Object.keys(MANIFESTS).filter(isKind);
  return [...new Set(kinds.map((kind) => String(schemaTree(kind).properties?.['apiVersion']?.const ?? '')))];
}

const plain = (value: string): Offer => ({ label: value, insert: value, detail: '', info: '' });
