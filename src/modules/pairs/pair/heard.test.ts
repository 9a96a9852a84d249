import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { heardOf as heardOfAll } from '../../../../test/support/heard.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { createPerson } from '../../people/index.ts';
import { decline, volunteerAccepts } from '../propose/answer.ts';
import { propose } from '../propose/propose.ts';

const database = await testDatabase();
const { db } = database;
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const run = <Done>(work: (tx: Tx) => Promise<Done>) => inTransaction(db, work);

const heardOf = (topics: readonly string[], act: () => Promise<unknown>) => heardOfAll(database, topics, act);

test('open pages of a resident hear of a proposal from the moment at which they are asked', async () => {
  const [volunteer, resident, sato] = await run(async (tx) => [
    await applyForPair(tx, { side: 'volunteer', places: 2, now }),
    await applyForPair(tx, { side: 'resident', now }),
    await createPerson(tx, { name: 'Sato', weekly: [], now }),
  ]);
  const topicOf = { volunteer: `person:${volunteer.personId}`, resident: `person:${resident.personId}` };
  const topics = Object.values(topicOf);
  const doer = { personId: volunteer.personId, party: 'volunteer', now } as const;
  let pairId = '';
  const act = (work: (tx: Tx) => Promise<Outcome<unknown>>) => () =>
    run(async (tx) => expect(await work(tx)).toMatchObject({ ok: true }));
  const proposed = () =>
    run(async (tx) => {
      const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
      const why = { roundId: null, reasons: { codes: [], words: '' }, fit: 500 };
      const made = await propose(tx, {
        ...ids,
        ...why,
        doer: { personId: sato.id, party: 'coordinator', now },
      });
      if (made.ok) pairId = made.value;
    });
  expect(await heardOf(topics, proposed)).toEqual([topicOf.volunteer]);
  expect(
    await heardOf(
      topics,
      act((tx) => decline(tx, { pairId, doer })),
    ),
  ).toEqual([topicOf.volunteer]);
  await proposed();
  for (const answer of [volunteerAccepts, decline])
    expect(
      await heardOf(
        topics,
        act((tx) => answer(tx, { pairId, doer })),
      ),
    ).toEqual(topics);
});
