import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { dayInJapan, listPersonIdsWithRole } from '../../people/index.ts';
import { findPolicy } from '../policy/store.ts';
import { listCompletions } from '../steps/store.ts';
import { type Clearance, clearanceOf } from './rules.ts';

/** Whether somebody may read and record clearances; that they coordinate is the route's to ask. */
export async function keepsClearances(db: Database, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const row = await db
    .selectFrom('trust.clearance_keepers')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Staff of a neighborhood. */
const KEEPERS = 50;

/** Who keeps clearances now, whoever was named first first. */
export async function listKeepers(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('trust.clearance_keepers')
    .select('person_id')
    .where('ended_at', 'is', null)
    .orderBy('named_at')
    .orderBy('id')
    .limit(KEEPERS)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

interface Naming {
  readonly personId: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** Once, however often it is pressed. */
export async function insertKeeper(tx: Tx, { personId, by, now }: Naming): Promise<void> {
  await sql`
    insert into trust.clearance_keepers (person_id, named_by, named_at) values (${personId}::uuid, ${by}::uuid, ${now}::timestamptz)
    on conflict (person_id) where ended_at is null do nothing`.execute(tx);
}

export async function endKeeper(tx: Tx, { personId, by, now }: Naming): Promise<void> {
  await tx
    .updateTable('trust.clearance_keepers')
    .set({ ended_at: now, ended_by: by })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

export interface ClearanceOf extends Clearance {
  readonly personId: string;
}

/** Everybody who teaches, and who was checked before without teaching now. */
const MOST = 300;

/** Who is, was or will be near children, with their clearance: whom something is missing of first, then what expires first. */
export async function listClearances(db: Database, now: Temporal.Instant): Promise<ClearanceOf[]> {
  const today = dayInJapan(now);
  const tutors = new Set(await listPersonIdsWithRole(db, 'tutor', today));
  const checked = await db
    .selectFrom('trust.completions')
    .select('person_id')
    .distinct()
    .where('step', '=', 'child_safety_check')
    .orderBy('person_id')
    .limit(MOST)
    .execute();
  const policy = await findPolicy(db, now);
  const isOfApproval = policy.steps.some(
    ({ step, demand }) => step === 'child_safety_check' && demand === 'required',
  );
  const applicants = new Set(isOfApproval ? await listApplying(db) : []);
  const others = checked.map(({ person_id }) => person_id);
  const ids = [...new Set([...tutors, ...applicants, ...others])].slice(0, MOST);
  const taken = await listCompletions(db, ids);
  const isAsked = isOfApproval || policy.programs.some(({ steps }) => steps.includes('child_safety_check'));
  const monthsOf = (step: 'pledge' | 'child_safety_check') =>
    policy.steps.find((one) => one.step === step)?.validMonths ?? null;
  // The newest stands first.
  const lastOf = (personId: string, step: string) =>
    taken.get(personId)?.find((one) => one.step === step)?.doneOn ?? null;
  const all = ids.map((personId) => ({
    personId,
    ...clearanceOf(
      {
        isRequired: isAsked && (tutors.has(personId) || applicants.has(personId)),
        checkedOn: lastOf(personId, 'child_safety_check'),
        pledgedOn: lastOf(personId, 'pledge'),
        checkMonths: monthsOf('child_safety_check'),
        pledgeMonths: monthsOf('pledge'),
      },
      today,
    ),
  }));
  return all.toSorted(inOrder);
}

/** Who waits for a decision: where approval itself asks for the check, they must be on the list before they teach. */
async function listApplying(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('trust.applications')
    .select('person_id')
    .where('state', '=', 'submitted')
    .orderBy('submitted_at')
    .limit(MOST)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

const ORDER = [null, 'pledged', 'checked_ok', 'not_required'] as const;
const FOR_GOOD = Temporal.PlainDate.from('9999-12-31');

const inOrder = (one: ClearanceOf, other: ClearanceOf) =>
  ORDER.indexOf(one.status) - ORDER.indexOf(other.status) ||
  Temporal.PlainDate.compare(one.expiresOn ?? FOR_GOOD, other.expiresOn ?? FOR_GOOD) ||
  (one.personId < other.personId ? -1 : 1);
