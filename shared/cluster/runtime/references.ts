/** `$(NAME)` in what a container is told. Source: third_party/forked/golang/expansion. */

/** Names are no longer than this, so that whoever opens many brackets is not searched for long. */
const REFERENCE = /\$(?:\$|\(([^)]{0,253})\))/g;
/** Of what a text may come to: as long as the longest blueprint. Ours: names that double one another grow without end. */
const MOST_LENGTH = 16_384;

/** `$$` stands for `$`; what is unknown stays as it is written, and so does what would be too long. */
export function filledIn(text: string, valueOf: (name: string) => string | undefined): string {
  let { length } = text;
  return text.replace(REFERENCE, (found, name?: string) => {
    if (name === undefined) return '$';
    const value = valueOf(name) ?? found;
    length += value.length;
    return length > MOST_LENGTH ? found : value;
  });
}
