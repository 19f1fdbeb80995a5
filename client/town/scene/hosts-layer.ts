/** Hosts: their ground, its kernel, the heavy tenants on foundations of their own and the light ones on the common deck. */
import { iso } from '../../../assets/art/iso.ts';
import { kernelFrame, propFrame } from '../../../assets/art/names.ts';
import type { HostGround, Tenant } from '../model/hosts.ts';
import type { Plot } from '../model/layout.ts';
import { heavyPlaces, kernelPlace, lightPlaces, type TenantPlaces } from '../model/places.ts';
import type { TownModel } from '../scene-model.ts';
import { DEPTH, standingDepth } from './depth.ts';
import { PLOTS } from './plot-atlas.ts';
import { Pool, type Picture } from './sprites.ts';
import type { Stage } from './stage.ts';

export class HostsLayer {
  readonly #stage: Stage;
  readonly #tenants: Pool;
  readonly #grounds = new Map<string, Picture>();
  #layoutId = '';

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#tenants = new Pool(() => stage.sprites.standing(0, 0, propFrame('chair')));
  }

  update({ layout, hosts }: TownModel): void {
    if (layout.id !== this.#layoutId) {
      this.#layoutId = layout.id;
      for (const picture of this.#grounds.values()) picture.destroy();
      this.#grounds.clear();
    }
    const plots = new Map(layout.hosts.map((plot) => [plot.node, plot]));
    this.#tenants.begin();
    for (const host of hosts) {
      const plot = plots.get(host.host);
      if (!plot) continue;
      this.#ground(host, plot);
      const { x, y } = kernelPlace(plot);
      this.#stand(x, y, kernelFrame(host.kernel), 1.1);
      this.#all(host.heavy, heavyPlaces(plot, host.heavy.length));
      this.#all(host.light, lightPlaces(plot, host.light.length));
    }
    this.#tenants.end();
  }

  #all(tenants: readonly Tenant[], { places, size }: TenantPlaces): void {
    places.forEach(({ x, y }, index) => {
      const tenant = tenants[index];
      if (tenant) this.#stand(x, y, tenant.frame, size);
    });
  }

  #stand(x: number, y: number, frame: string, size: number): void {
    const [px, py] = iso(x, y);
    this.#tenants
      .next()
      .setFrame(frame)
      .setPosition(px, py)
      .setScale(this.#stage.sprites.scale * size)
      .setDepth(standingDepth(x, y));
  }

  /** Its pictures are there a moment later than it is: `redress`. */
  #ground({ host, variant }: HostGround, plot: Plot): void {
    const frame = this.#stage.plots.plot(variant, plot.columns, plot.rows);
    const [px, py] = iso(plot.x, plot.y);
    let ground = this.#grounds.get(host);
    if (!ground) {
      ground = this.#stage.scene.add.image(px, py, PLOTS).setVisible(false).setDepth(DEPTH.plots);
      this.#grounds.set(host, ground);
    }
    if (frame)
      ground.setFrame(frame.frame).setOrigin(frame.originX, frame.originY).setScale(frame.scale).setVisible(true);
  }
}
