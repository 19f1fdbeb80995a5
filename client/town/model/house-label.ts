/** What stands on a house's plate: short enough to leave the neighbours theirs. The whole name is in the tooltip. */

/** `web-5d4f8c7b9-x7k2p`: Deployment, hash of its template, a draw. */
const GENERATED = /^(.+)-[a-z0-9]{8,10}-([a-z0-9]{5})$/;
const LONGEST = 18;

export function houseLabel(name: string): string {
  const match = GENERATED.exec(name);
  const [owner, draw] = match ? [match[1] ?? '', `-${match[2] ?? ''}`] : [name, ''];
  const room = LONGEST - draw.length;
  return owner.length <= room ? owner + draw : `${owner.slice(0, room - 1)}…${draw}`;
}
