import { z } from 'zod';

/** The name of the buttons by which a field's words are looked at instead of being sent. */
export const AID = 'aid';
/** How hard the words were when they were looked at first: `field 7/21`. */
export const AID_FIRST = 'aidFirst';
/** Readings as they were corrected by hand, by their word. */
export const AID_READING = 'aidReading';

const Put = z.tuple([z.number(), z.number(), z.string().max(4000), z.string().max(4000)]);

/** What a press asks for, of which field. */
export type Act = { readonly field: string } & (
  | { readonly kind: 'check' | 'readings' | 'apart' }
  /** Puts words in the place of others. */
  | {
      readonly kind: 'put';
      readonly from: number;
      readonly to: number;
      readonly words: string;
      readonly put: string;
    }
);

/** As the value of a button. */
export function writeAct(act: Act): string {
  const { kind, field } = act;
  if (act.kind !== 'put') return `${kind} ${field}`;
  return `put ${field} ${JSON.stringify([act.from, act.to, act.words, act.put])}`;
}

/** @returns null for what no button of ours says */
export function readAct(value: string): Act | null {
  const [, kind, field = '', rest] = /^(check|readings|apart|put) ([\w.-]+)(?: (.*))?$/su.exec(value) ?? [];
  if (kind === 'check' || kind === 'readings' || kind === 'apart')
    return rest === undefined ? { kind, field } : null;
  if (kind !== 'put') return null;
  try {
    const [from, to, words, put] = Put.parse(JSON.parse(rest ?? ''));
    return { kind, field, from, to, words, put };
  } catch {
    return null;
  }
}

/** Where words stand now that may have moved since: the nearest place that says the same. @returns -1 where none does */
export function nearest(plain: string, words: string, from: number): number {
  if (words === '') return -1;
  let best = -1;
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - from) < Math.abs(best - from)) best = at;
  return best;
}
