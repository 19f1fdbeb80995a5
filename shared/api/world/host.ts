/** Hosts: plots with hardware of their own, and what stands on them without a cluster: virtual machines and containers. */

/** A piece of ground with so much of everything. Nodes' machines may stand on it, too: they are virtual machines. */
export interface Host {
  readonly kind: 'Host';
  readonly key: string;
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
  readonly power: 'on' | 'off' | 'booting';
  /** The one kernel that all of its containers call. Its virtual machines bring their own. */
  readonly kernel: 'up' | 'panicked';
  readonly sinceTick: number;
  /** When booting ends; null unless it boots. */
  readonly bootDoneTick: number | null;
  /** Its image store, by layer digest: what all of its containers share. */
  readonly layers: Readonly<Record<string, number>>;
}

interface Tenant {
  /** `host/name`. */
  readonly key: string;
  readonly host: string;
  /** What it runs. */
  readonly image: string;
  readonly digest: string;
  readonly sinceTick: number;
  /** When the present stage ends by itself; null when nothing is under way. */
  readonly doneTick: number | null;
  readonly orderedTick: number;
  /** How long it took from the order to the first answer; null until then. */
  readonly firstAnswerTicks: number | null;
  readonly memoryBytes: number;
  /** Its own, which it shares with nobody. */
  readonly diskBytes: number;
}

/** A whole town within a plot: its disk is copied, its own kernel boots, then what it is there for starts. */
export interface VirtualMachine extends Tenant {
  readonly kind: 'VirtualMachine';
  readonly state: 'copying' | 'booting' | 'starting' | 'running' | 'panicked' | 'off';
}

/** A container that was started on a host by hand (`docker run`): no pod, no kubelet. */
export interface HostContainer extends Tenant {
  readonly kind: 'HostContainer';
  readonly state: 'pulling' | 'starting' | 'running' | 'exited';
}
