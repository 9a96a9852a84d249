import { beforeEach, describe, expect, test } from 'vitest';
import { testHouse } from '../../../../test/support/house.ts';
import { type PairOfTwo, pairOfTwo } from '../../../../test/support/pair-of-two.ts';
import { DECIDER } from '../../../../test/support/volunteers.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { keepApart, suspendPerson } from '../../trust/index.ts';
import { pairsModule } from '../module.ts';
import { deliverWaiting } from './jobs.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const WORDS = 'I know where you live.';
const SAYS = { feeling: '5', wantsAgain: 'no', staysInTouch: 'no', lastPage: '', hintsSeen: '1' };

let two: PairOfTwo;
beforeEach(async () => {
  two = await pairOfTwo(house);
});
const at = () => `/pairs/${two.id}`;
const close = (who: 'resident' | 'volunteer', fields: Record<string, string> = {}) =>
  two[who].post(`${at()}/closing`, { ...SAYS, ...fields });
const end = () => two.volunteer.post(`${at()}/endings`);
const byStaff = () => ({ by: DECIDER, reason: 'What was told us.', now: clock() });
const run = (work: (tx: Tx) => Promise<unknown>) =>
  inTransaction(db, async (tx) => expect(await work(tx)).toMatchObject({ ok: true }));

const BETWEEN = {
  'one stopped it': () => two.resident.post(`${at()}/report`, { what: 'other', reportWords: '', stop: 'on' }),
  'the organization keeps apart': () =>
    run((tx) => keepApart(tx, { personId: two.volunteerId, otherId: two.residentId, ...byStaff() })),
  'one is suspended': () => run((tx) => suspendPerson(tx, { personId: two.volunteerId, ...byStaff() })),
} as const;

describe('a last page', () => {
  test.each(Object.keys(BETWEEN) as (keyof typeof BETWEEN)[])(
    'is neither asked nor taken between two of whom %s',
    async (what) => {
      await BETWEEN[what]();
      await end();
      const form = await two.volunteer.get(`${at()}/closing`);
      expect(form.html).not.toContain('name="lastPage"');
      expect(form.text).not.toContain('last page');
      expect((await close('volunteer', { lastPage: WORDS })).text).toContain('You don’t write to each other');
      expect((await close('volunteer')).status).toBe(303);
      expect((await close('resident')).status).toBe(303);
      expect((await two.resident.get(at())).text).not.toContain(WORDS);
    },
  );

  test.each(Object.keys(BETWEEN).slice(1) as (keyof typeof BETWEEN)[])(
    'that was written before %s is not brought any more',
    async (what) => {
      await end();
      await close('volunteer', { lastPage: WORDS });
      await BETWEEN[what]();
      clock.advance({ days: 15 });
      await deliverWaiting(db, clock());
      expect((await two.resident.get(at())).text).not.toContain(WORDS);
    },
  );

  test('is not brought to somebody who says that it did not feel safe, and its writer reads nothing of that', async () => {
    await end();
    await close('volunteer', { lastPage: WORDS });
    const before = (await two.volunteer.get(at())).text;
    await close('resident', { reason: 'safety' });
    expect((await two.resident.get(at())).text).not.toContain(WORDS);
    expect((await two.volunteer.get(at())).text).toBe(before);
  });
});
