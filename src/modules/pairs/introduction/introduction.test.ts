import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { DECIDER } from '../../../../test/support/volunteers.ts';
import { listOpenSlots, offerSlots } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, grantRole } from '../../people/index.ts';
import { findPair } from '../pair/store.ts';
import type { Side } from '../types.ts';
import { sayYes } from './agree.ts';
import { chooseIntroduction, setIntroductionTime } from './commands.ts';
import { INTRODUCTION } from './rules.ts';
import { findIntroduction } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-08-24T09:00:00+09:00');
const met = Temporal.Instant.from('2026-08-31T14:00:00+09:00');
const run = <Done>(work: (tx: Tx) => Promise<Done>) => inTransaction(db, work);
const codeOf = (done: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  done.refusal?.code;

async function coordinator(name: string): Promise<string> {
  return run(async (tx) => {
    const { id } = await createPerson(tx, { name, weekly: [], now });
    await grantRole(tx, { personId: id, role: 'coordinator' }, { by: DECIDER, now });
    return id;
  });
}
const hostId = await coordinator('Sato');
beforeEach(async () => {
  await db.deleteFrom('slots.bookings').execute();
  await db.deleteFrom('slots.offered').execute();
});

async function two() {
  const people = await run(async (tx) => ({
    volunteer: await applyForPair(tx, { side: 'volunteer', now }),
    resident: await applyForPair(tx, { side: 'resident', now }),
  }));
  const ids = { volunteerApplicationId: people.volunteer.id, residentApplicationId: people.resident.id };
  const pairId = await run((tx) => pairUp(tx, { ...ids, coordinatorId: hostId, state: 'introduction', now }));
  const by = (party: Side, at = now) => ({ personId: people[party].personId, party, now: at });
  return { pairId, by, ...people };
}
const offer = (host = hostId) =>
  run((tx) =>
    offerSlots(
      tx,
      {
        ...{ kind: INTRODUCTION, hostId: host, day: Temporal.PlainDate.from('2026-08-31') },
        ...{
          from: '13:00',
          until: '14:00',
          minutes: 30,
          place: 'online',
          whereWords: 'https://meet.example',
        },
      },
      now,
    ),
  );
const open = () => listOpenSlots(db, INTRODUCTION, { after: now, most: 10 });

describe('a time to meet', () => {
  test('is chosen by one of the two, moved by the other, and the first is open again', async () => {
    const { pairId, by } = await two();
    await offer();
    const [first, second] = await open();
    await run((tx) => chooseIntroduction(tx, { pairId, slotId: first?.id ?? '', doer: by('volunteer') }));
    expect(await findIntroduction(db, pairId)).toMatchObject({
      startsAt: first?.startsAt,
      sequence: 0,
      hostId,
    });
    expect((await findPair(db, pairId))?.answerBy?.toString()).toBe('2026-09-05T09:00:00Z');
    await run((tx) => chooseIntroduction(tx, { pairId, slotId: second?.id ?? '', doer: by('resident') }));
    expect(await findIntroduction(db, pairId)).toMatchObject({ startsAt: second?.startsAt, sequence: 1 });
    expect((await open()).map(({ id }) => id)).toEqual([first?.id]);
  });

  test('is had by one of two pairs that choose it at once', async () => {
    const pairs = [await two(), await two()];
    await offer();
    const [slot] = await open();
    const both = await Promise.allSettled(
      pairs.map(({ pairId, by }) =>
        run((tx) => chooseIntroduction(tx, { pairId, slotId: slot?.id ?? '', doer: by('resident') })),
      ),
    );
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
    const set = await Promise.all(pairs.map(({ pairId }) => findIntroduction(db, pairId)));
    expect(set.filter((one) => one !== null)).toHaveLength(1);
  });

  test('is set by a coordinator, and by a mistyped year for nobody', async () => {
    const { pairId } = await two();
    const doer = { personId: hostId, party: 'coordinator', now } as const;
    const set = (startsAt: Temporal.Instant) => {
      const times = { startsAt, endsAt: startsAt.add({ minutes: 30 }) };
      const when = { hostId, ...times, place: 'online', whereWords: '' } as const;
      return run((tx) => setIntroductionTime(tx, { pairId, doer, when }));
    };
    expect(codeOf(await set(met.add({ hours: 24 * 365 })))).toBe('introduction_is_too_far');
    expect(codeOf(await set(now))).toBe('introduction_lies_ahead');
    expect((await set(met)).ok).toBe(true);
  });

  test('is refused with a host who is of the pair, and to strangers', async () => {
    const { pairId, by, volunteer } = await two();
    await run((tx) =>
      grantRole(tx, { personId: volunteer.personId, role: 'coordinator' }, { by: DECIDER, now }),
    );
    await offer(volunteer.personId);
    const [slot] = await open();
    const slotId = slot?.id ?? '';
    expect(codeOf(await run((tx) => chooseIntroduction(tx, { pairId, slotId, doer: by('resident') })))).toBe(
      'slot_is_gone',
    );
    const doer = { personId: hostId, party: 'resident', now } as const;
    expect(codeOf(await run((tx) => chooseIntroduction(tx, { pairId, slotId, doer })))).toBe(
      'this_is_not_yours_to_do',
    );
  });
});

describe('a yes after meeting', () => {
  async function met2() {
    const of = await two();
    const startsAt = met.subtract({ minutes: 30 });
    const when = { hostId, startsAt, endsAt: met, place: 'online', whereWords: '' } as const;
    const doer = { personId: hostId, party: 'coordinator', now } as const;
    await run((tx) => setIntroductionTime(tx, { pairId: of.pairId, doer, when }));
    return of;
  }

  test('of one changes nothing that the other could see; with the second, six calendar months begin', async () => {
    const { pairId, by } = await met2();
    expect(codeOf(await run((tx) => sayYes(tx, { pairId, doer: by('volunteer') })))).toBe(
      'you_have_not_met_yet',
    );
    await run((tx) => sayYes(tx, { pairId, doer: by('volunteer', met) }));
    expect(await findPair(db, pairId)).toMatchObject({ state: 'introduction', startedOn: null });
    expect(codeOf(await run((tx) => sayYes(tx, { pairId, doer: by('volunteer', met) })))).toBe(
      'you_have_said_yes_already',
    );
    await run((tx) => sayYes(tx, { pairId, doer: by('resident', met.add({ hours: 1 })) }));
    const pair = await findPair(db, pairId);
    expect(pair).toMatchObject({ state: 'active', answerBy: null });
    expect([pair?.startedOn, pair?.endsOn].map(String)).toEqual(['2026-08-31', '2027-02-28']);
  });

  test('of both at once begins one pair', async () => {
    const { pairId, by } = await met2();
    const both = await Promise.all(
      (['volunteer', 'resident'] as const).map((side) =>
        run((tx) => sayYes(tx, { pairId, doer: by(side, met) })),
      ),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await findPair(db, pairId))?.state).toBe('active');
    const fees = await db.selectFrom('pairs.fees').select('kind').where('pair_id', '=', pairId).execute();
    expect(fees.map(({ kind }) => kind)).toEqual(['membership', 'membership']);
  });
});
