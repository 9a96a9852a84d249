import type { Tx } from '../../../platform/database/connect.ts';
import { lockUntilCommit } from '../../../platform/database/lock.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import type { Side } from '../types.ts';
import { currentTerms, insertTerms, type TermsTexts } from './store.ts';

interface Writing {
  readonly side: Side;
  readonly texts: TermsTexts;
  /** The version that its writer had before them. */
  readonly seen: number;
  readonly by: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Writes the next version of a side's terms, which whoever is in the program is asked to sign. Refuses where somebody else
 * has written one meanwhile, and where nothing differs.
 * @returns its number
 */
export async function writeTerms(tx: Tx, { side, texts, seen, by, now }: Writing): Promise<Outcome<number>> {
  await lockUntilCommit(tx, `pairs terms ${side}`);
  const current = await currentTerms(tx, side, now);
  if (current.version !== seen) return refuse('terms_were_written_meanwhile');
  if (LOCALES.every((locale) => texts[locale] === current.texts[locale])) return refuse('terms_are_the_same');
  const version = current.version + 1;
  await insertTerms(tx, { side, version, texts, validFrom: now }, by);
  await publish(tx, { type: 'pairs.terms.changed', ids: { side } });
  return accept(version);
}
