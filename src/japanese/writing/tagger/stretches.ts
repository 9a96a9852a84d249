/**
 * The longest stretch that the dictionary is given at once. It looks at every way through it, and takes letters of which it has
 * no word to the end of their run: time and memory grow with the square of what stands between two full stops.
 */
const MOST = 400;

/** A text in stretches, each ended where a sentence is, else between two words, else anywhere but within a character. */
export function stretchesOf(text: string): string[] {
  const stretches: string[] = [];
  let from = 0;
  while (text.length - from > MOST) {
    const head = text.slice(from, from + MOST);
    const [sentence, word] = [head.search(/[。、][^。、]*$/u), head.search(/\s\S*$/u)];
    const isCut = /[\ud800-\udbff]$/.test(head);
    const length = sentence + 1 || word + 1 || (isCut ? MOST - 1 : MOST);
    stretches.push(head.slice(0, length));
    from += length;
  }
  return [...stretches, text.slice(from)];
}
