import { insertCertificate } from '../../src/modules/pairs/closing/store/certificates.ts';
import { insertClosure } from '../../src/modules/pairs/closing/store/closures.ts';
import { closeAlarm, listAlarms, openAlarms } from '../../src/modules/pairs/months/store/alarms.ts';
import { answerCheckIn, listCheckIns } from '../../src/modules/pairs/months/store/check-ins.ts';
import { insertLoneliness } from '../../src/modules/pairs/months/store/loneliness.ts';
import type { Tx } from '../../src/platform/database/connect.ts';

/** Writes the same words wherever somebody writes during the months of a pair and at their end. */
export async function writeInMonths(
  tx: Tx,
  of: { readonly personId: string; readonly words: string; readonly now: Temporal.Instant },
): Promise<void> {
  const { personId, words, now } = of;
  const { id: pairId } = await tx
    .selectFrom('pairs.pairs')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  const given = { version: 1, answers: { words } };
  const [checkIn] = await listCheckIns(tx, pairId, 'resident');
  if (checkIn) await answerCheckIn(tx, { id: checkIn.id, given, now });
  await openAlarms(tx, { pairId, alarms: [{ kind: 'low_feeling', cause: '1 resident' }], now });
  const [alarm] = await listAlarms(tx, pairId);
  if (alarm) await closeAlarm(tx, { id: alarm.id, pairId, by: personId, words, now });
  await insertLoneliness(tx, { in: { pairId }, personId, month: 3, given, now });
  const decisions = { wantsAgain: true, wantsSame: true, staysInTouch: true, mayBeTold: true };
  const closure = { pairId, side: 'resident', personId, closedAt: now, given, lastPage: words } as const;
  await insertClosure(tx, { ...closure, ...decisions });
  const day = Temporal.PlainDate.from('2026-11-20');
  const paper = { code: 'BCDEFGHJ23456789', name: words, side: 'resident', issuedAt: now } as const;
  await insertCertificate(tx, { ...paper, pairId, personId, startedOn: day, endedOn: day });
}
