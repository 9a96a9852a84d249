/**
 * The source of a thread beside the file at `url`. From TypeScript sources that is `NAME.ts`; a bundled build has to list
 * `NAME.ts` as an entry of its own and to put it beside the file that starts it.
 */
export function entryBeside(url: string, name: 'in-worker' | 'helper'): URL {
  const ending = url.split('?')[0]!.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${ending}`, url);
}
