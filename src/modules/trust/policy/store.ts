import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Policy, ProgramPolicy } from '../types.ts';

/** The policy in force at an instant. */
export async function findPolicy(db: Database, now: Temporal.Instant): Promise<Policy> {
  const found = await policies(db)
    .where('p.id', '=', sql<number>`trust.policy_at(${now}::timestamptz)`)
    .executeTakeFirstOrThrow();
  return found;
}

/** The version that will come into force after an instant; null when none is planned. */
export async function findPlannedPolicy(db: Database, now: Temporal.Instant): Promise<Policy | null> {
  const found = await policies(db).where('p.valid_from', '>', now).orderBy('p.valid_from').executeTakeFirst();
  return found ?? null;
}

/** All versions, the newest first. */
export async function listPolicies(db: Database): Promise<Policy[]> {
  return policies(db).orderBy('p.valid_from', 'desc').orderBy('p.id', 'desc').limit(30).execute();
}

function policies(db: Database) {
  return db
    .selectFrom('trust.policies as p')
    .select([
      'p.id',
      'p.valid_from as validFrom',
      'p.needs_insurance as needsInsurance',
      'p.made_by as madeBy',
      'p.made_at as madeAt',
      'p.reason',
    ])
    .select((from) => [
      jsonArrayFrom(
        from
          .selectFrom('trust.policy_steps as s')
          .select(['s.step', 's.demand', 's.valid_months as validMonths', 's.remind_days as remindDays'])
          .whereRef('s.policy_id', '=', 'p.id')
          .orderBy('s.position')
          .orderBy('s.step'),
      ).as('steps'),
      jsonArrayFrom(
        from
          .selectFrom('trust.policy_programs as g')
          .select(['g.program', 'g.steps', 'g.needs_insurance as needsInsurance'])
          .whereRef('g.policy_id', '=', 'p.id')
          .orderBy('g.program')
          .$castTo<ProgramPolicy>(),
      ).as('programs'),
    ]);
}

/** Drops what is planned: what is in force stays so. */
export async function deletePlannedPolicies(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('trust.policies').where('valid_from', '>', now).execute();
}

/** Puts a version in force from an instant on. @returns its id */
export async function insertPolicy(tx: Tx, policy: Omit<Policy, 'id'>): Promise<number> {
  const { id } = await tx
    .insertInto('trust.policies')
    .values({
      valid_from: policy.validFrom,
      needs_insurance: policy.needsInsurance,
      made_by: policy.madeBy,
      made_at: policy.madeAt,
      reason: policy.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('trust.policy_steps')
    .values(
      policy.steps.map((step, index) => ({
        policy_id: id,
        step: step.step,
        position: index + 1,
        demand: step.demand,
        valid_months: step.validMonths,
        remind_days: step.remindDays,
      })),
    )
    .execute();
  if (policy.programs.length > 0)
    await tx
      .insertInto('trust.policy_programs')
      .values(
        policy.programs.map(({ program, steps, needsInsurance }) => ({
          policy_id: id,
          program,
          steps: [...steps],
          needs_insurance: needsInsurance,
        })),
      )
      .execute();
  return id;
}

/** Rival changes of the policy wait for each other. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('trust:policy', 0))`.execute(tx);
}
