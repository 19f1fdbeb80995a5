/**
 * Shorthand for the one large drawing: its pictures repeat the same shapes in other colours, so each shape and each
 * colour is written once, and a picture is a list of numbers. Half of what the plain text takes when compressed.
 * Pure, no Node or browser API: the builder writes it, the client reads it.
 */

export interface Shorthand {
  /** Elements, with a mark where a colour belongs, and single quotes, which JSON leaves as they are. */
  readonly shapes: readonly string[];
  /** `rrggbb`, the most frequent first. */
  readonly colours: readonly string[];
  /** Shape after shape, each as a step from the one before. */
  readonly steps: readonly number[];
  /** The colours of all marks, in the order of the shapes. */
  readonly fills: readonly number[];
}

const MARK = '~';
const POINTS = /(?<= points=["'])[^"']*/;

/** Corners as steps from one to the next, in tenths of a pixel: small whole numbers, which repeat. */
function stepwise(points: string): string {
  const numbers = points.split(/[ ,]/).map((number) => Math.round(Number(number) * 10));
  const steps = numbers.map((number, index) => number - (numbers[index - 2] ?? 0)).join(' ');
  if (absolute(steps) !== points) throw new Error(`finer than a tenth: ${points}`);
  return steps;
}

function absolute(steps: string): string {
  const numbers = steps.split(' ').map(Number);
  for (let index = 2; index < numbers.length; index += 1)
    numbers[index] = (numbers[index] ?? 0) + (numbers[index - 2] ?? 0);
  const pairs = numbers.map((number, index) => `${index === 0 ? '' : index % 2 === 0 ? ' ' : ','}${number / 10}`);
  return pairs.join('');
}
const ELEMENT = /<[^>]+>/g;
const COLOUR = /#[0-9a-f]{6}\b/gi;

/** Only elements and colours of six digits: nothing else may stand in the drawing. */
export function shorten(svg: string): Shorthand {
  const elements = svg.match(ELEMENT) ?? [];
  if (elements.join('') !== svg || /[~']/.test(svg)) throw new Error('a drawing holds elements and nothing else');
  const uses = new Map<string, number>();
  for (const [colour] of svg.matchAll(COLOUR)) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const colours = [...uses].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([colour]) => colour);
  const colourNumbers = new Map(colours.map((colour, index) => [colour, index]));
  const shapes = new Map<string, number>();
  const [steps, fills]: [number[], number[]] = [[], []];
  let last = 0;
  for (const element of elements) {
    const shape = element.replaceAll(COLOUR, MARK).replaceAll('"', "'").replace(POINTS, stepwise);
    const number = shapes.get(shape) ?? shapes.size;
    shapes.set(shape, number);
    steps.push(number - last);
    last = number;
    for (const [colour] of element.matchAll(COLOUR)) fills.push(colourNumbers.get(colour) ?? 0);
  }
  return { shapes: [...shapes.keys()], colours: colours.map((colour) => colour.slice(1)), steps, fills };
}

/** The drawing as it was. */
export function unfold({ shapes, colours, steps, fills }: Shorthand): string {
  const pieces = shapes.map((shape) => shape.replaceAll("'", '"').replace(POINTS, absolute).split(MARK));
  let [svg, shape, fill] = ['', 0, 0];
  for (const step of steps) {
    shape += step;
    const [first = '', ...rest] = pieces[shape] ?? [];
    svg += first;
    for (const piece of rest) {
      svg += `#${colours[fills[fill] ?? 0] ?? ''}${piece}`;
      fill += 1;
    }
  }
  return svg;
}
