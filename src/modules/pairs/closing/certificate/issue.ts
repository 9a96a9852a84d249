import { randomInt } from 'node:crypto';
import { pdf } from '../../../../kits/papers/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { findPerson, type Person } from '../../../people/index.ts';
import { hasBegun } from '../../months/rules/calendar.ts';
import { enter, type OnPair } from '../../pair/doing.ts';
import type { Pair, Side } from '../../types.ts';
import { insertCertificate } from '../store/certificates.ts';

/** Without 0, 1, I and O, which are read for each other: 16 of 32 signs are 80 bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

const newCode = () => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/**
 * Makes somebody's certificate of a pair that was completed; the same where there is one. Refuses what was not completed
 * (`only_whole_half_years`), and names that no paper can be printed with (`paper_cannot_write`).
 */
export async function issueCertificate(tx: Tx, on: OnPair): Promise<Outcome<Pair>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { pair } = entered.value;
  const { personId, party, now } = on.doer;
  const person = personId && (await findPerson(tx, personId));
  if (pair.state !== 'completed' || !hasBegun(pair) || !person) return refuse('only_whole_half_years');
  const name = await printableName(person, now);
  if (!name.ok) return name;
  await insertCertificate(tx, {
    ...{ code: newCode(), name: name.value, side: party as Side, pairId: pair.id, personId: person.id },
    ...{ startedOn: pair.startedOn, endedOn: pair.endsOn.subtract({ days: 1 }), issuedAt: now },
  });
  return accept(pair);
}

/** As they write it, unless the font does not have its characters: then in the others that they told us. */
async function printableName(
  { name, romaji, kana }: Person,
  now: Temporal.Instant,
): Promise<Outcome<string>> {
  for (const one of [name, romaji, kana]) {
    if (one === null || one === '') continue;
    const printed = await pdf({ title: one, language: 'ja-JP', parts: [], foot: '' }, now);
    if (printed.ok) return accept(one);
  }
  return refuse('write_your_name_in_latin_letters');
}
