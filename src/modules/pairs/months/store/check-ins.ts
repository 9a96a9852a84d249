import type { Selectable } from 'kysely';
import { type Given, sealedAnswers } from '../../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { PairsCheckIns } from '../../../../platform/database/generated.ts';
import type { Side } from '../../types.ts';
import type { Asked } from '../rules/alarms.ts';
import type { Month } from '../rules/calendar.ts';

const answers = sealedAnswers('pairs.check_ins.answers');

/** What one side is asked at the end of a month. */
export interface CheckIn extends Asked {
  readonly id: string;
  readonly pairId: string;
  readonly personId: string;
  readonly isDeeper: boolean;
  /** Null before it is answered, and where it does not open. */
  readonly given: Given | null;
}

type NewCheckIn = Pick<CheckIn, 'pairId' | 'side' | 'personId' | 'month' | 'isDeeper' | 'answerBy'>;

/** @throws by its key where a side was asked about the month before */
export async function insertCheckIns(
  tx: Tx,
  all: readonly NewCheckIn[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('pairs.check_ins')
    .values(
      all.map(({ pairId, side, personId, month, isDeeper, answerBy }) => ({
        ...{ pair_id: pairId, side, person_id: personId, month, is_deeper: isDeeper },
        ...{ asked_at: now, answer_by: answerBy },
      })),
    )
    .execute();
}

export async function answerCheckIn(
  tx: Tx,
  { id, given, now }: { readonly id: string; readonly given: Given; readonly now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('pairs.check_ins')
    .set({ answered_at: now, answers: answers.seal(tx, id, given) })
    .where('id', '=', id)
    .execute();
}

/** All check-ins of a pair, the newest month first. @param side absent: of both, which nobody but coordinators and rules may see */
export async function listCheckIns(db: Database, pairId: string, side?: Side): Promise<CheckIn[]> {
  let query = db.selectFrom('pairs.check_ins').selectAll().where('pair_id', '=', pairId);
  if (side) query = query.where('side', '=', side);
  const rows = await query.orderBy('month', 'desc').orderBy('side').execute();
  return rows.map((row) => toCheckIn(db, row));
}

function toCheckIn(db: Database, row: Selectable<PairsCheckIns>): CheckIn {
  return {
    id: row.id,
    pairId: row.pair_id,
    side: row.side,
    personId: row.person_id,
    month: row.month as Month,
    isDeeper: row.is_deeper,
    answerBy: row.answer_by,
    answeredAt: row.answered_at,
    given: row.answers && answers.open(db, row.id, row.answers),
  };
}

/** Pairs that run, whose check-ins wait for somebody's answer; with the name's owner to meet. The newest of each. */
export async function listWaitingFor(
  db: Database,
  personId: string,
): Promise<{ readonly pairId: string; readonly otherId: string; readonly askedAt: Temporal.Instant }[]> {
  const rows = await db
    .selectFrom('pairs.check_ins as c')
    .innerJoin('pairs.pairs as p', 'p.id', 'c.pair_id')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select([
      'c.pair_id',
      'c.side',
      'c.asked_at',
      'v.person_id as volunteer_id',
      'r.person_id as resident_id',
    ])
    .distinctOn('c.pair_id')
    .where('c.person_id', '=', personId)
    .where('c.answered_at', 'is', null)
    .where('p.state', '=', 'active')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pairs.check_ins as newer')
            .whereRef('newer.pair_id', '=', 'c.pair_id')
            .whereRef('newer.side', '=', 'c.side')
            .whereRef('newer.month', '>', 'c.month')
            .select('newer.id'),
        ),
      ),
    )
    .orderBy('c.pair_id')
    .execute();
  return rows.map((row) => ({
    pairId: row.pair_id,
    otherId: row.side === 'resident' ? row.volunteer_id : row.resident_id,
    askedAt: row.asked_at,
  }));
}
