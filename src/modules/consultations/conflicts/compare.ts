import { createHmac } from 'node:crypto';
import { nameForms } from '../../../japanese/alike/name-forms.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import type { ConsultationServices } from '../services.ts';

/** Letters of one mark: as the script of the expert's page makes them (`ui/blind`). */
const MARK_LETTERS = 8;
/** More than the forms of any office's clients. */
export const MOST_MARKS = 60_000;

/** The salt of one try: made of it, so that it is kept nowhere. */
export const saltOf = ({ secret }: Pick<ConsultationServices, 'secret'>, tryId: string): string =>
  makeTokens(secret).mark(tryId, 'consultations.conflict');

const markOf = (salt: string, form: string): string =>
  createHmac('sha256', salt).update(form).digest('hex').slice(0, MARK_LETTERS);

/** What came from the expert's page. */
export interface Marks {
  readonly whole: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/** @returns null for what is no row of marks */
export function readMarks(text: string): ReadonlySet<string> | null {
  if (text.length % MARK_LETTERS !== 0 || text.length > MOST_MARKS * MARK_LETTERS) return null;
  if (!/^[0-9a-f]*$/.test(text)) return null;
  return new Set(text.match(/.{8}/g));
}

/**
 * Whether a name of ours may be one of theirs, as `mayBeOne` says it of names. All are looked at, so that the time it takes tells
 * nothing; which one it was is not said either: we are not to know whom an expert advises. With nothing to compare it may be so.
 */
export function isPossible(names: readonly string[], theirs: Marks, salt: string): boolean {
  const forms = names.map(nameForms);
  const found = (of: readonly string[], among: ReadonlySet<string>) =>
    of.filter((form) => among.has(markOf(salt, form))).length;
  const hits = forms.map(
    ({ whole, parts }) =>
      found(whole, theirs.whole) + found(whole, theirs.parts) + found(parts, theirs.whole),
  );
  return forms.every(({ whole }) => whole.length === 0) || hits.some((count) => count > 0);
}
