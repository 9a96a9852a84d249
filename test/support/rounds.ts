import { sql } from 'kysely';
import { pino } from 'pino';
import { daysAround } from '../../src/demonstration/days.ts';
import { beginRound } from '../../src/modules/pairs/rounds/commands.ts';
import { SOLVE_TASK, solveTask } from '../../src/modules/pairs/rounds/solving/job.ts';
import type { Purpose, Side } from '../../src/modules/pairs/types.ts';
import { createPerson, type WholePerson } from '../../src/modules/people/index.ts';
import { becoming } from '../../src/modules/trust/demonstration/becoming.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { walk } from '../../src/platform/parts/demonstration.ts';
import { applyForPair } from './pairs.ts';

type Applying = Parameters<typeof applyForPair>[1];

interface Waiting extends Pick<Applying, 'side' | 'state' | 'places' | 'facts' | 'withIds'> {
  readonly name: string;
  readonly person?: Partial<Omit<WholePerson, 'name'>>;
  readonly purposes?: readonly Purpose[];
  /** How long they have been ready. */
  readonly days?: number;
  readonly now: Temporal.Instant;
}

const SATURDAY = { weekday: 6, startMinute: 600, endMinute: 960 };

/** Somebody in the pool whom a round can pair: of Sumida, speaks English, free on Saturdays, unless said. */
export async function waitForPair(tx: Tx, waiting: Waiting): Promise<{ id: string; personId: string }> {
  const { name, person, days = 0, now, side, ...more } = waiting;
  const { id: personId } = await createPerson(tx, {
    name,
    municipalityCode: '13107',
    town: '吾妻橋一丁目',
    weekly: [SATURDAY],
    languages: [{ language: 'en', speak: 2, read: 2, write: 2, phone: 2 }],
    japaneseSpeaking: side === 'volunteer' ? 'native' : 'a1',
    ...person,
    now: now.subtract({ hours: 24 * 301 }),
  });
  if (side === 'volunteer') await approveVolunteer(tx, personId, now);
  return applyForPair(tx, { ...more, side, personId, now: now.subtract({ hours: 24 * days }) });
}

/** As the organization's first policy asks for it, long ago. */
async function approveVolunteer(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const days = daysAround(now);
  await walk(tx, becoming({ personId, appliedOn: days.today.subtract({ days: 300 }) }, days));
}

/** The same, in a transaction of its own. */
export const inPool =
  (db: Database, side: Side, now: Temporal.Instant) => (waiting: Omit<Waiting, 'side' | 'now'>) =>
    inTransaction(db, (tx) => waitForPair(tx, { ...waiting, side, now }));

const log = pino({ level: 'silent' });

/** Does the solving that waits for a round, as the worker would. */
export async function solveNow(db: Database, clock: Clock, roundId: string): Promise<void> {
  const { rows } = await sql<{ payload: { roundId: string } }>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = ${SOLVE_TASK}`.execute(db);
  const payload = rows.map((row) => row.payload).find((one) => one.roundId === roundId);
  if (payload) await solveTask.run(payload, { db, clock, log });
}

/** A round of everybody who waits, solved. @returns its id */
export async function solvedRound(db: Database, clock: Clock, by: string): Promise<string> {
  const begun = await inTransaction(db, (tx) =>
    beginRound(tx, {
      by,
      now: clock(),
      heldOn: clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
      area: null,
      weightsVersion: '2026-11',
    }),
  );
  if (!begun.ok) throw new Error(begun.refusal.code);
  await solveNow(db, clock, begun.value);
  return begun.value;
}
