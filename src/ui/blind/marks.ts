import { nameForms } from '../../japanese/alike/name-forms.ts';

const CELLS = /[\t,;|、，]/u;
const HAS_LETTERS = /\p{L}/u;
/** How a list of clients says who is meant politely. */
const POLITE = /(?:様|さま|殿|氏)$/u;
const MOST_LINES = 10_000;
const MARK_BYTES = 4;
const MOST_AT_ONCE = 500;

export interface ListForms {
  readonly whole: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/**
 * The forms of all names in a list: a line for each, or a table as it is copied, with a name in one cell or in two. Cells without
 * letters are left out; what is no name makes forms that nobody has.
 */
export function listForms(list: string): ListForms {
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const line of list.split(/\r?\n/u, MOST_LINES)) {
    const cells = line.split(CELLS).flatMap((cell) => {
      const name = cell.trim().replace(POLITE, '');
      return HAS_LETTERS.test(name) ? name : [];
    });
    const beside = cells.slice(1).map((cell, at) => `${cells[at]} ${cell}`);
    for (const name of [...cells, ...beside]) {
      const forms = nameForms(name);
      for (const form of forms.whole) whole.add(form);
      for (const form of forms.parts) parts.add(form);
    }
  }
  return { whole, parts };
}

/** Each form as eight letters that only who has the salt can make (HMAC-SHA-256), in an order that tells nothing of the list's. */
export async function marksOf(forms: ReadonlySet<string>, salt: string): Promise<string> {
  const letters = new TextEncoder();
  const way = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', letters.encode(salt), way, false, ['sign']);
  const mark = async (form: string) => {
    const signed = await crypto.subtle.sign('HMAC', key, letters.encode(form));
    const bytes = [...new Uint8Array(signed, 0, MARK_BYTES)];
    return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const all = [...forms];
  const marks: string[] = [];
  for (let at = 0; at < all.length; at += MOST_AT_ONCE)
    marks.push(...(await Promise.all(all.slice(at, at + MOST_AT_ONCE).map(mark))));
  return marks.sort().join('');
}
