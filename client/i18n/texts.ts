/** All texts: one table out of the areas' own. A key that stands twice, or in one language only, fails a test. */
import { verbsTexts } from './areas/verbs.ts';
import { loopsTexts } from './areas/loops.ts';
import { seatPanelsTexts } from './areas/seat-panels.ts';
import { builderPanelTexts } from './areas/builder-panel.ts';
import { codexTexts } from './areas/codex.ts';
import { commonTexts } from './areas/common.ts';
import { controllersTexts } from './areas/controllers.ts';
import { dnsTexts } from './areas/dns.ts';
import { galleryTexts } from './areas/gallery.ts';
import { faultsImagesTexts } from './areas/faults-images.ts';
import { faultsConfigTexts } from './areas/faults-config.ts';
import { faultsWorkloadsTexts } from './areas/faults-workloads.ts';
import { faultsSchedulingTexts } from './areas/faults-scheduling.ts';
import { faultsNetworkTexts } from './areas/faults-network.ts';
import { faultsRegistryTexts } from './areas/faults-registry.ts';
import { faultsNodesTexts } from './areas/faults-nodes.ts';
import { faultsPlaneTexts } from './areas/faults-plane.ts';
import { faultSignsTexts } from './areas/fault-signs.ts';
import { hostsTexts } from './areas/hosts.ts';
import { gameTexts } from './areas/game.ts';
import { kubeletEventsTexts } from './areas/kubelet-events.ts';
import { kubeletRefusalsTexts } from './areas/kubelet-refusals.ts';
import { kubeletStepsTexts } from './areas/kubelet-steps.ts';
import { podChecksTexts } from './areas/pod-checks.ts';
import { staticPodsTexts } from './areas/static-pods.ts';
import { loggingTexts } from './areas/logging.ts';
import { manifestsTexts } from './areas/manifests.ts';
import { networkTexts } from './areas/network.ts';
import { outagesTexts } from './areas/outages.ts';
import { panelsTexts } from './areas/panels.ts';
import { reasonsTexts } from './areas/reasons.ts';
import { planeTexts } from './areas/plane.ts';
import { registryTexts } from './areas/registry.ts';
import { schedulerTexts } from './areas/scheduler.ts';
import { serverTexts } from './areas/server.ts';
import { sessionTexts } from './areas/session.ts';
import { sightTexts } from './areas/sight.ts';
import { stewardTexts } from './areas/steward.ts';
import { townTexts } from './areas/town.ts';
import { townHallTexts } from './areas/town-hall.ts';
import { townHostsTexts } from './areas/town-hosts.ts';
import { workloadsTexts } from './areas/workloads.ts';

const AREAS = [
  codexTexts,
  builderPanelTexts,
  seatPanelsTexts,
  loopsTexts,
  verbsTexts,
  commonTexts,
  controllersTexts,
  dnsTexts,
  galleryTexts,
  faultsImagesTexts,
  faultsConfigTexts,
  faultsWorkloadsTexts,
  faultsSchedulingTexts,
  faultsRegistryTexts,
  faultsNodesTexts,
  faultsPlaneTexts,
  faultSignsTexts,
  faultsNetworkTexts,
  gameTexts,
  hostsTexts,
  kubeletEventsTexts,
  kubeletRefusalsTexts,
  kubeletStepsTexts,
  podChecksTexts,
  staticPodsTexts,
  loggingTexts,
  manifestsTexts,
  networkTexts,
  outagesTexts,
  panelsTexts,
  reasonsTexts,
  planeTexts,
  registryTexts,
  schedulerTexts,
  serverTexts,
  sessionTexts,
  sightTexts,
  stewardTexts,
  townTexts,
  townHallTexts,
  townHostsTexts,
  workloadsTexts,
] as const;

type AreaKeys = (typeof AREAS)[number]['en'];
type UnionToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void
  ? I
  : never;
export type TextKey = keyof UnionToIntersection<AreaKeys> & string;
type Table = Readonly<Record<TextKey, string>>;

export const TEXTS = {
  en: Object.assign({}, ...AREAS.map((area) => area.en)) as Table,
  zh: Object.assign({}, ...AREAS.map((area) => area.zh)) as Table,
} as const;
