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

/** Houses of what keeps the cluster itself going, known at sight: the address book (CoreDNS), the chronicler (Fluentd). */
export const SYSTEM_STYLES = ['signpost', 'chronicle'] as const;
export const HOUSE_STYLES = [...STYLES, ...SYSTEM_STYLES] as const;
export type HouseStyle = (typeof HOUSE_STYLES)[number];

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
/** Signs over who hears late of what happens, and over who hears nothing. */
export const SIGHT_BADGES = ['sight-late', 'sight-cut'] as const;
export const BADGES = [...HOUSE_BADGES, ...NODE_BADGES, ...SIGHT_BADGES] as const;
export type Badge = (typeof BADGES)[number];

/** Moods from delighted (0) to furious (5); only the last one calls for a countdown. */
export const MOODS = [0, 1, 2, 3, 4, 5] as const;
export type Mood = (typeof MOODS)[number];

/** The ground of a village: usual, dark, fenced with barrier tape, or short of something. */
export const PLOT_VARIANTS = ['normal', 'notready', 'cordoned', 'pressure'] as const;
export type PlotVariant = (typeof PLOT_VARIANTS)[number];

/** The ground of a host: usual, its kernel fallen, or without power. */
export const HOST_VARIANTS = ['host', 'host-panicked', 'host-off'] as const;
export type HostVariant = (typeof HOST_VARIANTS)[number];

/** Buildings of the town: API server, scheduler, controller manager, etcd, registry, builder's yard. */
export const LANDMARKS = ['hall', 'dispatch', 'lodge', 'vault', 'warehouse', 'workshop'] as const;
export type Landmark = (typeof LANDMARKS)[number];

/** Rooms of the town hall whose people are seen: API servers, schedulers, controller managers. */
export const ROOMS = ['hall', 'dispatch', 'lodge'] as const;
export type Room = (typeof ROOMS)[number];

/** What somebody of the town hall does: work (all API servers do), lead, stand by, come, or be gone. */
export const RANKS = ['works', 'leads', 'standby', 'starting', 'down'] as const;
export type Rank = (typeof RANKS)[number];

/** A keeper of the ledger, which is a member of etcd. */
export const MEMBER_STATES = ['leader', 'follower', 'behind', 'starting', 'cut', 'slow', 'down'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** The ledger: open; shut without a majority; full at its quota; coming back from a backup. */
export const LEDGER_STATES = ['open', 'shut', 'full', 'restoring'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** A virtual machine on its way up, at work, or down. */
export const VM_STAGES = [
  'copying-1',
  'copying-2',
  'copying-3',
  'booting-1',
  'booting-2',
  'booting-3',
  'starting',
  'running',
  'panicked',
  'off',
] as const;
export type VmStage = (typeof VM_STAGES)[number];

/** The one kernel of a host. */
export const KERNEL_STATES = ['up', 'panicked', 'booting', 'off'] as const;
export type KernelState = (typeof KERNEL_STATES)[number];

/** People before the business hall: some, many, and more than it takes. */
export const CROWDS = [1, 2, 3] as const;
export type Crowd = (typeof CROWDS)[number];

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
  'pine',
  'bush',
  'lamp',
  'bench',
  'fountain',
  'flowers',
  'rock',
  'haystack',
  'chair',
  'glow',
] as const;
export type Prop = (typeof PROPS)[number];

/** `house/<style>/<state>` */
export const houseFrame = (style: HouseStyle, state: State): string => `house/${style}/${state}`;

/** `badge/<state>` */
export const badgeFrame = (badge: Badge): string => `badge/${badge}`;

/** `mood/<0..5>` */
export const moodFrame = (mood: Mood): string => `mood/${mood}`;

/** `landmark/<id>`, or `landmark/<id>/down` when its service does not answer. */
export const landmarkFrame = (id: Landmark, up = true): string => (up ? `landmark/${id}` : `landmark/${id}/down`);

/** The vault's ground, its keepers and its ledger: the scene puts them together. */
export const VAULT_GROUND = 'vault/ground';
export const memberFrame = (state: MemberState): string => `member/${state}`;
export const ledgerFrame = (state: LedgerState): string => `ledger/${state}`;

/** `staff/<room>/<rank>` */
export const staffFrame = (room: Room, rank: Rank): string => `staff/${room}/${rank}`;

/** `crowd/<1..3>`: the largest bears a sign, for some of it are turned away. */
export const crowdFrame = (crowd: Crowd): string => `crowd/${crowd}`;

/** `vm/<stage>`, `kernel/<state>` */
export const vmFrame = (stage: VmStage): string => `vm/${stage}`;
export const kernelFrame = (state: KernelState): string => `kernel/${state}`;

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
export const lightFrame = (style: HouseStyle): string => `light/${style}`;

/** The pulling state that shows `done` of `total` layers. */
export function pullingState(done: number, total: number): State {
  if (total <= 0 || done * 3 < total) return 'pulling-1';
  return done < total ? 'pulling-2' : 'pulling-3';
}

/** The third that a share of a whole (0 to 1) has reached. */
export const thirdOf = (share: number): 1 | 2 | 3 => (share < 1 / 3 ? 1 : share < 2 / 3 ? 2 : 3);

/** The badge that belongs to a house's state. */
export function badgeOf(state: State): (typeof HOUSE_BADGES)[number] {
  return state === 'pulling-1' || state === 'pulling-2' || state === 'pulling-3' ? 'pulling' : state;
}
