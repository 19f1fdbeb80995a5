/** What really carries visitors: each node's packet rules, and each service's stream of requests. */

export interface Backend {
  readonly podUid: string;
  readonly podKey: string;
  readonly nodeName: string;
  /** Where it is knocked at; absent: wherever it listens. */
  readonly port?: number;
}

/** How visitors from outside are taken in. */
export interface OpenPorts {
  /** On the node, in the order of the Service's ports. */
  readonly nodePorts: readonly number[];
  /** Only pods on the node that they came to answer them. */
  readonly isLocal: boolean;
}

/** Under this key stand the rules of all nodes whose proxy is in touch with the API server: they are the same. */
export const RULES_IN_TOUCH = '*';

/**
 * kube-proxy's rules. They lag behind the EndpointSlices. A node has a record of its own only while its proxy cannot
 * watch: then its rules stand still (none, where the machine lost its memory). See network/rules.ts.
 */
export interface ProxyRules {
  readonly kind: 'ProxyRules';
  /** `*`, or the name of a node that is out of touch. */
  readonly key: string;
  /** By service key. */
  readonly services: Readonly<Record<string, readonly Backend[]>>;
  /** By service key, those whose ports stand open on the node itself. Absent where there are none. */
  readonly external?: Readonly<Record<string, OpenPorts>>;
  /** The next sync; null when the rules agree with what the proxies last saw, and for a node out of touch. */
  readonly syncTick: number | null;
}

/** Why a request was lost. Texts: client `loss.<reason>`. */
export const LOSS_REASONS = [
  'NoGate',
  'NoEndpoints',
  'ConnectionRefused',
  'NoRouteToHost',
  'Overloaded',
  'ServerError',
  /** What the program calls has no name that anybody knows. */
  'NameNotFound',
  /** What the program calls does not answer. */
  'DependencyFailed',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

export type LossCounts = Readonly<Partial<Record<LossReason, number>>>;

/**
 * One service's stream. The rates hold from `sinceTick` on and are rewritten only when something changes them; totals
 * at any later tick are `total + rate x (tick - sinceTick)`, see traffic/totals.ts.
 */
export interface Traffic {
  readonly kind: 'Traffic';
  /** Service key. */
  readonly key: string;
  readonly demandRps: number;
  readonly sinceTick: number;
  readonly servedRps: number;
  readonly lostRps: LossCounts;
  readonly servedTotal: number;
  readonly lostTotal: LossCounts;
  /** What each pod that visitors are sent to serves now, by pod uid; 0 where it serves none of them. */
  readonly byPod: Readonly<Record<string, number>>;
  /** What pods that run could not serve: those with any, by pod uid. */
  readonly failedByPod: Readonly<Record<string, number>>;
  /** What its answers hang on behind its own pods: services that are called, by key, and their pods, by uid. */
  readonly callsServices: readonly string[];
  readonly callsPods: readonly string[];
}

/** A stretch of time in which a service lost visitors. */
export interface Outage {
  readonly kind: 'Outage';
  /** `service key@first tick`. */
  readonly key: string;
  readonly serviceKey: string;
  readonly beganTick: number;
  readonly endedTick: number | null;
  readonly firstReason: LossReason;
  /** Since when nobody was lost; null while visitors are being lost. It ends when that has lasted. */
  readonly quietSinceTick: number | null;
  /** The service's lost requests when it began. */
  readonly lostBefore: number;
  /** What it cost in requests; null until it has ended. */
  readonly lost: number | null;
}

/** How long one switch was really played by hand. `handTicks` holds up to `sinceTick`; see score/hand-share.ts. */
export interface HandTime {
  readonly kind: 'HandTime';
  /** Switch id. */
  readonly key: string;
  readonly sinceTick: number;
  readonly byHand: boolean;
  readonly handTicks: number;
}
