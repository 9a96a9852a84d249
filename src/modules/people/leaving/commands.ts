import { type AuditActor, PROGRAM, recordAudit } from '../../../platform/audit/record.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { PersonalDataMap } from '../../../platform/personal-data.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { erase, listErasedOnce } from '../../../platform/rights/erase.ts';
import { listPeopleToErase } from '../../../platform/rights/forget.ts';
import { publish } from '../events.ts';
import { findPerson, lockPerson } from '../persons/store.ts';
import { listRoles } from '../roles/store.ts';
import { dayInJapan } from '../rules.ts';
import { holdsOffice } from './rules.ts';
import {
  deleteLeaving,
  findLeaving,
  type IdentityCheck,
  insertLeaving,
  type Leaving,
  listDue,
  listLeftBehind,
  markTold,
} from './store.ts';

/** For as long somebody can take it back. */
export const GRACE_DAYS = 7;
/** What the programs end in the hour before is heard by then. */
const ENDED_AFTER = { hours: 1 };

export interface Asking {
  readonly personId: string;
  readonly by: AuditActor;
  /** Where staff ask for somebody. */
  readonly identityCheck: IdentityCheck | null;
  readonly now: Temporal.Instant;
}

/**
 * Somebody asks to be erased. What they have asked for or promised ends now (`people.person.leaving`), so that nobody
 * waits for them; the rest follows after the days of grace. They are told by mail how to take it back, whoever asked.
 * Refuses `person_is_unknown`, `end_the_office_first`, `is_leaving_already`.
 */
export async function askToLeave(tx: Tx, asking: Asking): Promise<Outcome<Leaving>> {
  const { personId, by, identityCheck, now } = asking;
  const person = await lockPerson(tx, personId);
  if (!person || person.isChild) return refuse('person_is_unknown');
  if (holdsOffice(await listRoles(tx, personId), dayInJapan(now))) return refuse('end_the_office_first');
  const dueAt = now.add({ hours: 24 * GRACE_DAYS });
  const leaving = { personId, askedAt: now, dueAt, toldAt: null };
  const askedBy = identityCheck ? by.personId : null;
  if (!(await insertLeaving(tx, { ...leaving, askedBy, identityCheck }))) return refuse('is_leaving_already');
  await recordAudit(tx, by, entryAbout(personId, 'people.leaving.asked', identityCheck), now);
  await publish(tx, { type: 'people.leaving.asked', ids: { personId } });
  await tellPrograms(tx, personId);
  return accept(leaving);
}

/** Takes it back; an erasure that has begun is waited for. Refuses `is_not_leaving`. What was ended stays ended. */
export async function stayAfterAll(
  tx: Tx,
  stay: { personId: string; by: AuditActor; now: Temporal.Instant },
): Promise<Outcome<null>> {
  await lockPerson(tx, stay.personId);
  if (!(await deleteLeaving(tx, stay.personId))) return refuse('is_not_leaving');
  await recordAudit(tx, stay.by, entryAbout(stay.personId, 'people.leaving.taken_back'), stay.now);
  return accept(null);
}

/**
 * Erases who was due an hour ago, after the programs have been told once more; whose profile nothing keeps any more is
 * asked for by the program itself, and spared when they sign in before it is done. Whom an
 * earlier run has erased is erased once more, with what was being written about them at that moment.
 */
export async function eraseLeavers(
  db: Database,
  maps: readonly PersonalDataMap[],
  now: Temporal.Instant,
): Promise<void> {
  for (const personId of await listPeopleToErase(db, maps, now)) {
    // An office is handed over before its holder goes, however long they have not been here.
    if (holdsOffice(await listRoles(db, personId), dayInJapan(now))) continue;
    const leaving = { personId, askedAt: now, dueAt: now, askedBy: null, identityCheck: null };
    await inTransaction(db, (tx) => insertLeaving(tx, leaving));
  }
  await forEachByItself(await listDue(db, now), ({ personId }) =>
    inTransaction(db, async (tx) => {
      await lockPerson(tx, personId);
      const leaving = await findLeaving(tx, personId);
      if (leaving) await goOn(tx, maps, leaving, now);
    }),
  );
  await forEachByItself(await listErasedOnce(db, now), (once) =>
    inTransaction(db, (tx) => erase(tx, maps, once)),
  );
}

async function goOn(
  tx: Tx,
  maps: readonly PersonalDataMap[],
  leaving: Leaving,
  now: Temporal.Instant,
): Promise<void> {
  const { personId, askedAt, toldAt } = leaving;
  if (holdsOffice(await listRoles(tx, personId), dayInJapan(now))) return;
  // Whoever has come back since the program asked, be it a moment ago, stays.
  const hasComeBack = isOfTheProgram(leaving) && !(await listPeopleToErase(tx, maps, now, personId)).length;
  if (hasComeBack) return void (await deleteLeaving(tx, personId));
  if (!toldAt) {
    await markTold(tx, personId, now);
    return tellPrograms(tx, personId);
  }
  if (Temporal.Instant.compare(toldAt.add(ENDED_AFTER), now) > 0) return;
  for (const id of [...(await listLeftBehind(tx, personId)), personId]) {
    if (!(await findPerson(tx, id))) continue;
    await erase(tx, maps, { personId: id, askedAt, now });
    await recordAudit(tx, PROGRAM, entryAbout(id, 'people.person.erased'), now);
  }
}

/** Who asks, or is asked for by staff, has days of grace. */
const isOfTheProgram = ({ askedAt, dueAt }: Leaving) => Temporal.Instant.compare(askedAt, dueAt) === 0;

async function tellPrograms(tx: Tx, personId: string): Promise<void> {
  await publish(tx, {
    type: 'people.person.leaving',
    ids: { personId },
    live: [`person:${personId}`, 'desk'],
  });
}

function entryAbout(id: string, action: string, identityCheck: IdentityCheck | null = null) {
  const object = { kind: 'people.person', id };
  const detail = identityCheck ? { identityCheck } : {};
  return { action, outcome: 'done', subjectIds: [id], object, detail } as const;
}
