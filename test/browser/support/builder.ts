/** The builder's work in the browser: draw, build, ship, and ask for what shall stand. */
import type { Viewer } from './viewer.ts';

export interface House {
  readonly name: string;
  readonly blueprint: string;
}

/** Draws a blueprint of one's own on the drawing table and builds it. Gives the image's reference. */
export async function build(builder: Viewer, { name, blueprint }: House): Promise<string> {
  await builder.page.getByRole('textbox', { name: builder.text('builder.blueprint') }).fill(blueprint);
  const field = builder.id('image-name');
  const reference = (await field.inputValue()).replace(/[^/]+$/, `${name}:1.0`);
  await field.fill(reference);
  await builder.id('panel-builder').getByTestId('verb-build').last().click();
  await builder.id('build').waitFor();
  return reference;
}

/** Waits for the house on the shelf of what is built, and ships it to the warehouse. */
export async function push(builder: Viewer, reference: string): Promise<void> {
  await builder.id('bench-shelves').click();
  const item = builder.page.locator('section[aria-labelledby=backpack] li').filter({ hasText: reference });
  await item.getByTestId('verb-push').click();
  await item.getByText(builder.text('shelves.pushed')).waitFor();
}

/** Asks for a Deployment and its Service by the form. */
export async function deploy(builder: Viewer, name: string, reference: string): Promise<void> {
  await builder.id('bench-deploy').click();
  await builder.id('deploy-name').fill(name);
  await builder.id('deploy-image').fill(reference);
  await builder.id('deploy-apply').click();
  await builder.id(`deployment-${name}`).waitFor();
}
