import { beforeAll, describe, expect, test } from 'vitest';
import { testHouse } from '../../../../test/support/house.ts';
import { pairOfTwo } from '../../../../test/support/pair-of-two.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countFigures } from '../../../platform/figures.ts';
import { renderPart } from '../../../ui/render.ts';
import { updateApplication } from '../applications/store.ts';
import { pairsModule } from '../module.ts';
import { insertActivity } from '../months/store/activities.ts';
import { insertCheckIns } from '../months/store/check-ins.ts';
import { type Counted, pairFigures } from './store.ts';
import { FiguresPage } from './view.tsx';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const READY = Temporal.Instant.from('2026-01-05T09:00:00+09:00');
const STARTED = Temporal.PlainDate.from('2026-02-04');
const NOW = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

/** Six pairs whose half year is over: five completed, one ended early; three in touch at once, two answered by both. */
beforeAll(async () => {
  for (let at = 0; at < 6; at++) {
    clock.set(READY);
    const two = await pairOfTwo(house, {
      state: at === 5 ? 'ended' : 'completed',
      startedOn: STARTED.toString(),
    });
    clock.set(NOW);
    await inTransaction(db, async (tx) => {
      const on = { pairId: two.id, writtenBy: two.residentId, kind: 'met', month: 1, minutes: null } as const;
      const late = at < 3 ? 0 : 14;
      await insertActivity(tx, { ...on, happenedOn: STARTED.add({ days: late }), now: NOW });
      const asked = {
        pairId: two.id,
        month: 1,
        isDeeper: false,
        answerBy: NOW.subtract({ hours: 1 }),
      } as const;
      const both = [
        { ...asked, side: 'resident', personId: two.residentId },
        { ...asked, side: 'volunteer', personId: two.volunteerId },
      ] as const;
      await insertCheckIns(tx, both, NOW.subtract({ hours: 24 * 20 }));
      const answered = tx
        .updateTable('pairs.check_ins')
        .set({ answered_at: NOW })
        .where('pair_id', '=', two.id);
      await (at < 2 ? answered : answered.where('side', '=', 'resident')).execute();
    });
  }
  // Who still waits, and one pair that runs: neither makes the shares better or worse than they are.
  const running = await pairOfTwo(house, { startedOn: '2026-11-20' });
  await inTransaction(db, (tx) =>
    updateApplication(tx, running.volunteerApplicationId, { ready_at: NOW.subtract({ hours: 24 * 100 }) }),
  );
});

const counted = () => ask(db, pairFigures.asks(NOW));
const of = async (measure: string, dimension: string) =>
  (await counted()).filter((one) => one.measure === measure && one.dimension === dimension);
const told = ([one]: readonly Counted[]) => one && [one.hits, one.whole];

describe('what is counted of pairs', () => {
  test('completion is of pairs that are due: those that ended early count, those that run do not', async () => {
    expect(told(await of('completed', 'all'))).toEqual([5, 6]);
    expect(await of('completed', 'month')).toMatchObject([{ value: '2026-08', hits: 5, whole: 6 }]);
    expect(await of('completed', 'training')).toMatchObject([{ value: 'false', whole: 6 }]);
  });

  test('matching is of people who were ready ninety days ago and more', async () => {
    expect(told(await of('matched', 'all'))).toEqual([12, 13]);
    const [waited] = await of('waited', 'all');
    expect(waited).toMatchObject({ days: 30, whole: 13 });
  });

  test('first contact is within fourteen days; an answer of one side is none of both', async () => {
    expect(told(await of('first_contact', 'all'))).toEqual([3, 6]);
    expect(told(await of('answered_by_both', 'all'))).toEqual([2, 6]);
  });
});

test('a month of which there is nothing has its place in the line', () => {
  const cell = { measure: 'completed', dimension: 'month', hits: 5, whole: 5, days: null } as const;
  const counted = [
    { ...cell, dimension: 'all', value: '' } as const,
    { ...cell, value: '2026-03' },
    { ...cell, value: '2026-05' },
  ];
  const waiting = { resident: 0, volunteer: 0 };
  const html = renderPart(<FiguresPage counted={counted} lonely={[]} waiting={waiting} />, 'en');
  const months = [...html.matchAll(/<th scope="row">(2026-\d\d)<\/th>.*?<span>([^<]*)</gs)];
  expect(months.map(([, month, says]) => [month, says])).toEqual([
    ['2026-03', '100%'],
    ['2026-04', 'not shown'],
    ['2026-05', '100%'],
  ]);
});

test('the page says each figure with its formula, and nothing of fewer than five', async () => {
  await countFigures(db, [pairFigures], NOW);
  clock.set(NOW);
  const coordinator = (await pairOfTwo(house, { state: 'offered' })).coordinator;
  const { text, status } = await coordinator.get('/desk/pairs/figures');
  expect(status).toBe(200);
  for (const says of [
    '83% (5 of 6)',
    'Pairs completed ÷ pairs whose planned end came',
    '92% (12 of 13)',
    '30 days',
  ])
    expect(text).toContain(says);
  expect(text).toContain('Change of loneliness Fewer than 5: not shown.');
  const visitor = (await pairOfTwo(house, { state: 'offered' })).resident;
  expect((await visitor.get('/desk/pairs/figures')).status).toBe(403);
});
