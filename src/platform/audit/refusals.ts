import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Task } from '../jobs/task.ts';
import { type AuditActor, type AuditEntry, recordAudit } from './record.ts';

/** Somebody was refused something. */
export interface RefusedAct {
  readonly actor: AuditActor;
  /** The client's network address; hashed before it is kept, for visitors only. */
  readonly address: string;
  readonly action: string;
  readonly code: string;
  readonly object: { readonly kind: string; readonly id: string } | null;
  /** `shown`: the page that came back may show the object's record, so that each object leaves an entry. */
  readonly page: 'denied' | 'shown';
}

/** Repeats within this time are one entry. */
const WINDOW = { hours: 1 };
/** As many different refusals of one asker within a window have an entry of their own; all further ones share one. */
const MOST_OF_ONE = 20;
/** And as many of all askers together: addresses cost nothing. */
const MOST_OF_ALL = 2_000;

/** Lives and dies with the process: nobody can find out later whose address it was. Two processes count apart. */
const addressKey = randomBytes(32);

/**
 * The first refusal of somebody, of a route, for a reason is an entry of the audit. What repeats within an hour is
 * counted, and summed up by `sumUpRefusalsTask`: entries are for ever, and a loop makes thousands in a second.
 */
export async function recordRefusedAct(tx: Tx, act: RefusedAct, now: Temporal.Instant): Promise<void> {
  const who = act.actor.personId ?? createHmac('sha256', addressKey).update(act.address).digest('base64url');
  const about = act.page === 'shown' ? (act.object?.id ?? '') : '';
  const what = JSON.stringify([act.action, act.code, about]);
  if (await countRepeat(tx, who, what)) return;
  if (act.page === 'denied') {
    const room = await findRoom(tx, who);
    if (room !== 'own') return countFurther(tx, { ...act, who: room === 'asker' ? who : 'everybody' }, now);
  }
  if (await insertFirst(tx, { ...act, who, what }, now)) await recordAudit(tx, act.actor, entryOf(act), now);
  else await countRepeat(tx, who, what);
}

function entryOf(act: RefusedAct): AuditEntry {
  const { action, code, object } = act;
  return { action, outcome: 'refused', ...(object && { object }), detail: { code } };
}

async function countRepeat(tx: Tx, who: string, what: string): Promise<boolean> {
  const counted = await tx
    .updateTable('audit.refusals')
    .set({ repeats: sql`repeats + 1` })
    .where('who', '=', who)
    .where('what', '=', what)
    .executeTakeFirst();
  return counted.numUpdatedRows > 0n;
}

/** Whether a new refusal may be counted by itself, with the asker's further ones, or with those of everybody. */
async function findRoom(tx: Tx, who: string): Promise<'own' | 'asker' | 'everybody'> {
  const { rows } = await sql<{ own: number; all: number }>`select
    (select count(*)::int from audit.refusals where who = ${who}) as own,
    (select count(*)::int from (select from audit.refusals limit ${MOST_OF_ALL}) as counted) as "all"`.execute(
    tx,
  );
  const { own = 0, all = 0 } = rows[0] ?? {};
  if (own >= MOST_OF_ONE) return 'asker';
  return all >= MOST_OF_ALL ? 'everybody' : 'own';
}

type Counted = RefusedAct & { readonly who: string; readonly what: string };

/** @returns whether it was the first; a rival may have been quicker */
async function insertFirst(tx: Tx, act: Counted, now: Temporal.Instant): Promise<boolean> {
  const shown = act.page === 'shown' ? act.object : null;
  const inserted = await tx
    .insertInto('audit.refusals')
    .values({
      who: act.who,
      what: act.what,
      person_id: act.actor.personId,
      role: act.actor.role,
      action: act.action,
      code: act.code,
      object_kind: shown?.kind ?? null,
      object_id: shown?.id ?? null,
      started_at: now,
      repeats: 0,
    })
    .onConflict((conflict) => conflict.columns(['who', 'what']).doNothing())
    .returning('who')
    .executeTakeFirst();
  return inserted !== undefined;
}

const FURTHER = 'audit.further_refusals';

async function countFurther(
  tx: Tx,
  act: RefusedAct & { readonly who: string },
  now: Temporal.Instant,
): Promise<void> {
  const isOfAll = act.who === 'everybody';
  const actor = isOfAll ? { personId: null, role: 'visitor' } : act.actor;
  const further = { ...act, actor, what: FURTHER, action: FURTHER, code: 'too_many' };
  await insertFirst(tx, further, now);
  await countRepeat(tx, act.who, FURTHER);
}

/** Writes one entry for each kind of refusal that repeated within a window that is over: how often, since when. */
export const sumUpRefusalsTask: Task = {
  name: 'sum-up-refusals',
  cron: '*/10 * * * *',
  async run(_payload, { db, clock }) {
    const now = clock();
    await inTransaction(db, async (tx) => {
      const over = await tx
        .deleteFrom('audit.refusals')
        .where('started_at', '<=', now.subtract(WINDOW))
        .returningAll()
        .execute();
      for (const row of over.filter(({ repeats }) => repeats > 0)) {
        const object =
          row.object_kind && row.object_id ? { kind: row.object_kind, id: row.object_id } : undefined;
        await recordAudit(
          tx,
          { personId: row.person_id, role: row.role },
          {
            action: row.action,
            outcome: 'refused',
            ...(object && { object }),
            detail: { code: row.code, repeats: row.repeats, since: row.started_at.toString() },
          },
          now,
        );
      }
    });
  },
};
