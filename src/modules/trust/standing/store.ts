import { type RawBuilder, sql } from 'kysely';
import { type Database, readDay, readInstant } from '../../../platform/database/connect.ts';
import { type AsJson, orNull, type Question, question } from '../../../platform/database/questions.ts';
import type { Figure } from '../../../platform/figures.ts';
import { dayInJapan } from '../../people/index.ts';
import { newestApplications } from '../applications/store.ts';
import { listInsuranceYears } from '../insurance/store.ts';
import { interviewsAhead } from '../interviews/store.ts';
import { findPolicy } from '../policy/store.ts';
import { listRestrictions } from '../restrictions/store.ts';
import { listCompletions } from '../steps/store.ts';
import type { Program, Restriction, Standing } from '../types.ts';
import { type Rest, restOn, standingOf } from './rules.ts';

/**
 * Everybody who may be asked to help at an instant. One query.
 * @param only of these people; without it, of all
 */
export async function approvedVolunteerIds(
  db: Database,
  now: Temporal.Instant,
  only?: readonly string[],
): Promise<ReadonlySet<string>> {
  const those = only ? sql`where person_id = any(${[...only]}::uuid[])` : sql``;
  const found = await sql<{ person_id: string }>`
    select person_id from trust.approved_volunteers(${now}::timestamptz) ${those}`.execute(db);
  return new Set(found.rows.map((row) => row.person_id));
}

/** For a question of another module: whether whoever a column names may be asked to help at an instant. */
export function mayBeAsked(personId: RawBuilder<unknown>, now: Temporal.Instant): RawBuilder<boolean> {
  return sql`${personId} in (select person_id from trust.approved_volunteers(${now}::timestamptz))`;
}

/** Of some people, those who were approved and have not left: also while they rest or a step has run out. */
export async function approvalHolderIds(db: Database, only: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ person_id: string }>`
    select person_id from trust.applications
    where state = 'approved' and person_id = any(${[...only]}::uuid[])`.execute(db);
  return new Set(found.rows.map((row) => row.person_id));
}

/** Who was approved and has not left, in the order of ids. @param after the id to go on behind; null for the first */
export async function listApprovalHolderIds(
  db: Database,
  after: string | null,
  atMost: number,
): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select person_id from trust.applications
    where state = 'approved' and (${after}::uuid is null or person_id > ${after}::uuid)
    order by person_id limit ${atMost}`.execute(db);
  return found.rows.map((row) => row.person_id);
}

/** How many who may be asked at an instant live in a municipality (JIS code). */
export interface Available {
  readonly municipalityCode: string;
  readonly count: number;
}

/** How many who may be asked live in each municipality and are not away today; for the map. */
export const availableByMunicipality: Figure<readonly Available[]> = {
  name: 'trust.available',
  asks: (now) =>
    question<Available, readonly Available[]>(
      sql`select municipality_code as "municipalityCode", count from people.available_by_municipality(
        array(select person_id from trust.approved_volunteers(${now}::timestamptz)), ${dayInJapan(now)}::date)`,
      (rows) => rows,
    ),
};

/** How many may be asked. */
export const approvedCount: Figure<number> = {
  name: 'trust.approved',
  asks: (now) =>
    question<{ count: number }, number>(
      sql`select count(*) from trust.approved_volunteers(${now}::timestamptz)`,
      ([row]) => row?.count ?? 0,
    ),
};

/** Whether somebody may be asked to help at an instant: approved, every required step holds, not paused or suspended. */
export async function isApprovedVolunteer(db: Database, id: string, now: Temporal.Instant): Promise<boolean> {
  const found = await sql`
    select from trust.approved_volunteers(${now}::timestamptz) where person_id = ${id}::uuid`.execute(db);
  return found.rows.length > 0;
}

/** Whether a program may ask somebody at an instant: approved, and everything holds that it asks for besides. */
export async function isApprovedFor(
  db: Database,
  program: Program,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const found = await sql`
    select from trust.approved_volunteers_for(${program}, ${now}::timestamptz) where person_id = ${id}::uuid`.execute(
    db,
  );
  return found.rows.length > 0;
}

/** Of some people, those whom a program may ask at an instant. One query. */
export async function approvedForIds(
  db: Database,
  program: Program,
  only: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (only.length === 0) return new Set();
  const found = await sql<{ person_id: string }>`
    select person_id from trust.approved_volunteers_for(${program}, ${now}::timestamptz)
    where person_id = any(${[...only]}::uuid[])`.execute(db);
  return new Set(found.rows.map((row) => row.person_id));
}

/** Where somebody stands at an instant, also somebody who never applied. */
export async function findStanding(db: Database, personId: string, now: Temporal.Instant): Promise<Standing> {
  const standing = (await findStandings(db, [personId], now)).get(personId);
  if (!standing) throw new Error('a standing was not worked out');
  return standing;
}

/** Where some people stand at an instant, by id; the same number of queries however many they are. */
export async function findStandings(
  db: Database,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Standing>> {
  if (personIds.length === 0) return new Map();
  const policy = await findPolicy(db, now);
  const applications = await newestApplications(db, personIds);
  const completions = await listCompletions(db, personIds);
  const interviews = await interviewsAhead(db, personIds);
  const restrictions = await listRestrictions(db, personIds);
  const insurance = await listInsuranceYears(db, personIds);
  const standings = personIds.map((personId): [string, Standing] => {
    const facts = {
      personId,
      application: applications.get(personId) ?? null,
      completions: completions.get(personId) ?? [],
      interview: interviews.get(personId) ?? null,
      restrictions: restrictions.filter((one) => one.personId === personId || one.otherPersonId === personId),
      insurance: insurance.get(personId) ?? [],
    };
    return [personId, standingOf(facts, policy, now)];
  });
  return new Map(standings);
}

/** The rest somebody takes from volunteering now, whoever entered it; null when they don't rest. */
export function restOf(personId: string, now: Temporal.Instant): Question<Rest | null> {
  const today = dayInJapan(now);
  const statement = sql`
    select from_on as "fromOn", until_on as "untilOn", null as kind, null::timestamptz as "sinceAt", null::timestamptz as "untilAt"
    from people.pauses_of(${personId}::uuid, ${today}::date)
    union all
    select null, null, kind, since_at, until_at from trust.restrictions
    where person_id = ${personId}::uuid and kind = 'pause'`;
  return question<Planned | Entered, Rest | null>(statement, (rows) => {
    return restOn(today, rows.flatMap(toPlanned), rows.flatMap(toEntered));
  });
}

/** A break that a volunteer has planned. */
interface Planned {
  readonly kind: null;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

/** A pause that staff have entered. */
type Entered = Pick<Restriction, 'kind' | 'sinceAt' | 'untilAt'>;

function toPlanned(row: AsJson<Planned> | AsJson<Entered>): Planned[] {
  if (row.kind !== null) return [];
  return [{ ...row, fromOn: readDay(row.fromOn), untilOn: orNull(row.untilOn, readDay) }];
}

function toEntered(row: AsJson<Planned> | AsJson<Entered>): Entered[] {
  if (row.kind === null) return [];
  return [{ ...row, sinceAt: readInstant(row.sinceAt), untilAt: orNull(row.untilAt, readInstant) }];
}

/** Whether somebody had been to a training by a day, as a part of another module's counting. */
export function hadTrainingBy(personId: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (
    select from trust.completions where person_id = ${personId} and step = 'training' and done_on <= ${day})`;
}
