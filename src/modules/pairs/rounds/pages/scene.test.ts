import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { insertRound, listRounds, updateRound } from '../store/rounds.ts';
import type { ToldProposal, ToldRound } from '../types.ts';
import { findRoundScene } from './scene.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const round = {
  ...{ createdBy: randomUUID(), createdAt: now, heldOn: Temporal.PlainDate.from('2026-11-24') },
  ...{ area: null, weightsVersion: '2026-11' },
};
const told: Omit<ToldRound, 'proposals'> = {
  ...{ residents: 40, volunteers: 80, pairs: 40, urgency: 0, fit: 0, milliseconds: 0 },
  ...{ leftOver: [], recruits: [], morePlaces: [], placeless: [], dropped: [] },
  proof: { holds: true, rows: null },
};
const proposal = (residentId: string, isFurther: boolean): ToldProposal => ({
  ...{ residentId, volunteerId: randomUUID(), isPinned: false, isFurther, runnerUp: null },
  fit: { total: 0, parts: [] },
  urgency: { days: 0, reasons: [] },
});

test('each proposal of a round stands on one of its pages, beside the others of its resident', async () => {
  const residents = Array.from({ length: 60 }, () => randomUUID());
  const proposals = [false, true].flatMap((isFurther) => residents.map((id) => proposal(id, isFurther)));
  const id = await inTransaction(db, async (tx) => {
    const made = await insertRound(tx, round);
    await updateRound(tx, made, { result: { ...told, proposals } });
    return made;
  });
  const shown: string[] = [];
  let after: string | null = null;
  do {
    const scene = await findRoundScene({ db, id, readerId: randomUUID(), locale: 'en', now, after });
    shown.push(...(scene?.proposals ?? []).map((one) => one.residentId));
    after = scene?.next ?? null;
  } while (after !== null && shown.length < 200);
  expect(shown).toEqual(residents.flatMap((one) => [one, one]));
});

test('rounds that began in the same moment are each listed once', async () => {
  for (let count = 0; count < 4; count++) await inTransaction(db, (tx) => insertRound(tx, round));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { rows, next }: Awaited<ReturnType<typeof listRounds>> = await listRounds(
      db,
      { state: null },
      { after, limit: 2 },
    );
    seen.push(...rows.map(({ id }) => id));
    after = next;
  } while (after !== null && seen.length < 20);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength((await listRounds(db, { state: null }, { after: null, limit: 50 })).rows.length);
});
