import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { findPerson, listHousehold } from '../../people/index.ts';
import { tellOfApplication } from '../applications/doing.ts';
import { findCurrentOf, insertApplication } from '../applications/store.ts';
import { setConsents } from '../consents/store.ts';
import { insertStep } from '../steps/store.ts';
import type { ApplicationParty, Doer, Side } from '../types.ts';
import type { Applied } from './form.ts';
import { consentsIn, readApplied } from './read.ts';
import { mayApply } from './rules.ts';

interface Applying {
  readonly side: Side;
  readonly personId: string;
  /** What was filled in, with every line of the pledge promised. */
  readonly applied: Applied;
  readonly doer: Doer<ApplicationParty>;
}

/**
 * Applies for a pair. Refuses what `mayApply` does; a rival application of one of theirs is refused by `members_once`.
 * @returns its id
 */
export async function applyForPair(
  tx: Tx,
  { side, personId, applied, doer }: Applying,
): Promise<Outcome<string>> {
  const { now } = doer;
  const isEntered = doer.party === 'coordinator';
  const read = readApplied(side, applied);
  const current = await findCurrentOf(tx, [personId, ...read.withIds]);
  const person = await findPerson(tx, personId);
  const own = current.get(personId);
  const allowed = mayApply(
    {
      isThere: person !== null,
      isChild: person?.isChild ?? false,
      // Who has called was asked by who writes it down.
      isWelcomed: isEntered || Boolean(person?.welcomedAt),
      isIn: own ? (own.personId === personId ? 'own' : 'another') : null,
      householdIds: (await listHousehold(tx, personId)).map((member) => member.personId),
      takenIds: read.withIds.filter((id) => current.has(id)),
    },
    read.withIds,
  );
  if (!allowed.ok) return allowed;
  const enteredBy = isEntered ? doer.personId : null;
  const id = await insertApplication(tx, { ...read, side, personId, enteredBy, pledgedAt: now, now });
  await setConsents(tx, id, { kinds: consentsIn(applied), now });
  await insertStep(tx, { applicationId: id, act: 'apply', byPerson: doer.personId, at: now });
  await tellOfApplication(tx, 'pairs.application.submitted', { id, personId }, doer.personId);
  return accept(id);
}
