/**
 * The names of all frames in the town atlas, as constants and small functions.
 * Pure, no Node or browser API: the client asks for a frame only through this file.
 */

/** House styles. A style belongs to an image and says nothing about its quality. */
export const STYLES = [
  'villa',
  'courtyard',
  'hut',
  'teahouse',
  'workshop',
  'windmill',
  'stilt',
  'tower-house',
] as const;
export type Style = (typeof STYLES)[number];

/** What a house can look like. The three `pulling` frames show a third, two thirds and all layers. */
export const STATES = [
  'pending',
  'scheduled',
  'pulling-1',
  'pulling-2',
  'pulling-3',
  'starting',
  'notready',
  'ready',
  'probefail',
  'crash',
  'oom',
  'terminating',
  'evicted',
  'completed',
] as const;
export type State = (typeof STATES)[number];

/** Badges of houses, then badges of villages. */
export const HOUSE_BADGES = [
  'pending',
  'scheduled',
  'pulling',
  'starting',
  'notready',
  'ready',
  'probefail',
  'crash',
  'oom',
  'terminating',
  'evicted',
  'completed',
] as const;
export const NODE_BADGES = ['node-notready', 'node-cordoned', 'node-pressure'] as const;
export const BADGES = [...HOUSE_BADGES, ...NODE_BADGES] as const;
export type Badge = (typeof BADGES)[number];

/** Moods from delighted (0) to furious (5); only the last one calls for a countdown. */
export const MOODS = [0, 1, 2, 3, 4, 5] as const;
export type Mood = (typeof MOODS)[number];

/** The ground of a village: usual, dark, fenced with barrier tape, or short of something. */
export const PLOT_VARIANTS = ['normal', 'notready', 'cordoned', 'pressure'] as const;
export type PlotVariant = (typeof PLOT_VARIANTS)[number];

/** Buildings of the town: API server, scheduler, controller manager, etcd, registry, builder's yard. */
export const LANDMARKS = ['hall', 'dispatch', 'lodge', 'vault', 'warehouse', 'workshop'] as const;
export type Landmark = (typeof LANDMARKS)[number];

/** How many different visitors there are. */
export const LOOKS = 6;

/** Walking down-left (along +y) or down-right (along +x). */
export const FACINGS = ['left', 'right'] as const;
export type Facing = (typeof FACINGS)[number];

/** People with a post: kubelet, kube-proxy, Fluentd, registry keeper, builder, repair crew. */
export const POSTS = ['head', 'doorman', 'chronicler', 'keeper', 'witch', 'repair'] as const;
export type Post = (typeof POSTS)[number];

/** Things without a state of their own. */
export const PROPS = [
  'yard',
  'slot',
  'ring',
  'backpack',
  'sign',
  'gate',
  'crate',
  'plan',
  'storm',
  'flame',
  'cut-cable',
  'tree',
  'glow',
] as const;
export type Prop = (typeof PROPS)[number];

/** `house/<style>/<state>` */
export const houseFrame = (style: Style, state: State): string => `house/${style}/${state}`;

/** `badge/<state>` */
export const badgeFrame = (badge: Badge): string => `badge/${badge}`;

/** `mood/<0..5>` */
export const moodFrame = (mood: Mood): string => `mood/${mood}`;

/** `landmark/<id>`, or `landmark/<id>/down` when its service does not answer. */
export const landmarkFrame = (id: Landmark, up = true): string => (up ? `landmark/${id}` : `landmark/${id}/down`);

/** The ledger vault with 0 to 3 living members; with fewer than 2 its ledger is closed. */
export const vaultFrame = (members: number): string =>
  members >= 3 ? 'landmark/vault' : members <= 0 ? 'landmark/vault/down' : `landmark/vault/${members}`;

/** `visitor/<look>/<facing>`; `step` is the other foot. */
export const visitorFrame = (look: number, facing: Facing, step = false): string =>
  `visitor/${look % LOOKS}/${facing}${step ? '/step' : ''}`;

/** `visitor/<look>/sad`: turned away, head bowed. */
export const sadVisitorFrame = (look: number): string => `visitor/${look % LOOKS}/sad`;

/** `courier/<facing>`: a runner with a plan, which is a binding on its way to a village. */
export const courierFrame = (facing: Facing): string => `courier/${facing}`;

/** `cart/<facing>`: a layer on its way from the warehouse; `ship/<facing>` brings a push. */
export const cartFrame = (facing: Facing): string => `cart/${facing}`;
export const shipFrame = (facing: Facing): string => `ship/${facing}`;

/** `post/<who>` */
export const postFrame = (post: Post): string => `post/${post}`;

/** `prop/<what>` */
export const propFrame = (prop: Prop): string => `prop/${prop}`;

/** `light/<style>`: only the lit windows and door, to lay over a house when the town is dark. */
export const lightFrame = (style: Style): string => `light/${style}`;

/** The pulling state that shows `done` of `total` layers. */
export function pullingState(done: number, total: number): State {
  if (total <= 0 || done * 3 < total) return 'pulling-1';
  return done < total ? 'pulling-2' : 'pulling-3';
}

/** The badge that belongs to a house's state. */
export function badgeOf(state: State): (typeof HOUSE_BADGES)[number] {
  return state === 'pulling-1' || state === 'pulling-2' || state === 'pulling-3' ? 'pulling' : state;
}
