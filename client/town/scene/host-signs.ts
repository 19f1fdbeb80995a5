/** What is written on hosts' grounds: the plot's name and its kernel, and each tenant's name and stage. */
import { iso } from '../../../assets/art/iso.ts';
import { nameScale, signScale } from '../lod.ts';
import type { Tenant } from '../model/hosts.ts';
import { heavyPlaces, lightPlaces, signPlace, type TenantPlaces } from '../model/places.ts';
import { SignWriter } from './sign-writer.ts';
import type { Moment } from './stage.ts';

/** From this zoom on tenants bear their names, if they are few. */
const NAMES_FROM = 0.7;
/** What is on its way, or down, says so sooner. */
const STAGES_FROM = 0.42;
const SMALLEST_NAMED = 0.6;
const CALM = 'running';

export class HostSigns extends SignWriter {
  draw({ model: { hosts, layout } }: Moment): void {
    const { zoom } = this.stage.camera;
    const size = signScale(zoom);
    for (const host of hosts) {
      const plot = layout.hosts.find(({ node }) => node === host.host);
      if (!plot) continue;
      const sign = signPlace(plot);
      const [px, py] = iso(sign.x, sign.y);
      const isWell = host.kernel === 'up';
      this.plates.text(px, py - 6, this.words.host(host), isWell ? 'village' : 'loss', size);
      this.#all(host.heavy, heavyPlaces(plot, host.heavy.length), plot);
      this.#all(host.light, lightPlaces(plot, host.light.length), plot);
    }
  }

  #all(
    tenants: readonly Tenant[],
    { places, size }: TenantPlaces,
    plot: { readonly y: number; readonly depth: number },
  ): void {
    const { zoom } = this.stage.camera;
    places.forEach(({ x, y }, index) => {
      const tenant = tenants[index];
      if (!tenant || zoom < (tenant.state === CALM ? NAMES_FROM : STAGES_FROM) || size < SMALLEST_NAMED) return;
      const [px, py] = iso(x, y);
      const isDown = tenant.state === 'panicked' || tenant.state === 'off' || tenant.state === 'exited';
      this.plates.text(px, py + 30 * size, this.words.tenant(tenant), isDown ? 'bad' : 'house', nameScale(zoom));
    });
    const last = places.at(-1);
    if (!last || tenants.length === places.length) return;
    const [px, py] = iso(last.x, plot.y + plot.depth);
    this.plates.text(px, py, `+${tenants.length - places.length}`, 'place', Math.max(1, 0.8 / zoom));
  }
}
