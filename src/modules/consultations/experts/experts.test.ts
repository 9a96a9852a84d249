import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { askFields, consultationsHouse } from '../../../../test/support/consultations.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { agreeToReferral, askExpert, proposeReferral } from '../referral/commands.ts';
import { ANSWER_DAYS } from '../referral/rules.ts';
import { findExpert } from './store.ts';

const { db, clock, asha, other, mori, kato, boss } = await consultationsHouse();
const SATO = {
  ...{ name: 'Sato Hiroshi', license: 'lawyer', licenseNumber: '12345', email: 'sato@law.example' },
  ...{ fields: ['work', 'law'], languages: ['en'], hoursAMonth: '2' },
};
const services = { secret: 's'.repeat(40), publicUrl: 'https://otonari.test' };
const add = (more = {}) => mori.web.post('/desk/experts', { ...SATO, ...more });
const only = async () => (await db.selectFrom('consultations.experts').selectAll().execute())[0];
const taken = async () =>
  (await findExpert(db, (await only())?.id ?? '', { now: clock() }))?.hoursTaken ?? expect.fail();

beforeEach(async () => {
  await db.deleteFrom('consultations.experts').execute();
});

describe('the register', () => {
  test('keeps sealed who they are, and shows what is left of their hours', async () => {
    expect((await add()).status).toBe(303);
    const { rows } = await sql<{ row: string }>`select e::text as row from consultations.experts e`.execute(
      db,
    );
    expect(rows).toHaveLength(1);
    for (const words of ['Sato', 'sato@', '12345']) expect(rows[0]?.row).not.toContain(words);
    const { text } = await mori.web.get('/desk/experts');
    for (const words of ['Sato Hiroshi', '12345', '2 of 2 hours left', 'Work and wages', 'article 72'])
      expect(text).toContain(words);
  });

  test.each([
    ['without a field', { fields: [] }, ['fields']],
    ['with a license and no number', { licenseNumber: '' }, ['licenseNumber']],
    ['who gives no hour', { hoursAMonth: '0' }, ['hoursAMonth']],
    ['with nothing typed', { ...Object.fromEntries(Object.keys(SATO).map((name) => [name, ''])) }, null],
  ])('an expert %s is refused beside the field', async (_, more, refused) => {
    const answer = await add(more);
    expect(answer.status).toBe(422);
    if (refused) expect(Object.keys(answer.refusals)).toEqual(refused);
    expect(await only()).toBeUndefined();
  });

  test('what is changed holds from then on, and an emptied box stays empty beside what is refused', async () => {
    await add();
    const id = (await only())?.id ?? '';
    const change = (more: object) => mori.web.post(`/desk/experts/${id}`, { ...SATO, ...more });
    expect((await mori.web.get(`/desk/experts/${id}`)).html).toContain('value="12345"');
    const refused = await change({ licenseNumber: '' });
    expect([refused.status, refused.html.includes('value="12345"')]).toEqual([422, false]);
    expect((await change({ hoursAMonth: '7' })).status).toBe(303);
    expect((await only())?.hours_a_month).toBe(7);
  });

  test('nobody but coordinators looks at it or writes in it', async () => {
    await add();
    const id = (await only())?.id ?? '';
    for (const { web } of [asha, other, boss])
      for (const answer of [
        await web.get('/desk/experts'),
        await web.get(`/desk/experts/${id}`),
        await web.post(`/desk/experts/${id}/leaving`),
      ])
        expect(answer.status).toBeGreaterThanOrEqual(403);
    expect((await kato.web.get('/desk/experts')).status).toBe(200);
    expect((await only())?.left_at).toBeNull();
  });
});

describe('an expert’s hours', () => {
  let expertId: string;
  async function agreed(who: typeof asha, hours: number) {
    const answer = await who.web.post('/consultations/asking', askFields);
    const matterId = answer.location?.split('/').at(-1) ?? expect.fail();
    await mori.web.post(`/desk/consultations/${matterId}/care`);
    const on = { matterId, as: 'coordinator', byPersonId: mori.id, now: clock() } as const;
    const untilOn = clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 60 });
    const proposal = { expertId, hours, manner: 'cold', passes: ['words'], untilOn } as const;
    const proposed = await inTransaction(db, (tx) => proposeReferral(tx, { ...on, proposal }));
    if (!proposed.ok) return { matterId, referralId: null, refusal: proposed.refusal };
    const { id: referralId } = await db
      .selectFrom('consultations.referrals')
      .select('id')
      .where('matter_id', '=', matterId)
      .executeTakeFirstOrThrow();
    const yes = { matterId, referralId, as: 'resident', byPersonId: who.id, now: clock() } as const;
    expect((await inTransaction(db, (tx) => agreeToReferral(tx, yes))).ok).toBe(true);
    return { matterId, referralId, refusal: null };
  }
  const ask = ({ matterId, referralId }: { matterId: string; referralId: string | null }) =>
    inTransaction(db, (tx) =>
      askExpert(services)(tx, {
        ...{ matterId, referralId: referralId ?? '', as: 'coordinator', byPersonId: mori.id, now: clock() },
      }),
    );

  beforeEach(async () => {
    await add();
    expertId = (await only())?.id ?? '';
  });

  test('two who ask at once for the last of them: one gets it', async () => {
    const [first, second] = [await agreed(asha, 2), await agreed(other, 2)];
    const outcomes = await Promise.all([ask(first), ask(second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'expert_has_no_hours' } });
    expect(await taken()).toBe(2);
    expect((await agreed(asha, 1)).refusal).toMatchObject({ code: 'expert_has_no_hours' });
  });

  test('come back by a no, by silence, and with the next month', async () => {
    const one = await agreed(asha, 2);
    await ask(one);
    expect(await taken()).toBe(2);
    const asked = clock();
    clock.set(asked.add({ hours: 24 * ANSWER_DAYS }));
    expect(await taken()).toBe(0);
    clock.set(asked);
    const set = (marks: object) => db.updateTable('consultations.referrals').set(marks).execute();
    // The database takes no yes before names were compared.
    await db
      .insertInto('consultations.conflict_checks')
      .columns(['referral_id', 'matter_id', 'answer', 'answered_at'])
      .expression((of) =>
        of
          .selectFrom('consultations.referrals')
          .select(['id', 'matter_id', sql.lit('none').as('answer'), sql.val(asked).as('answered_at')]),
      )
      .execute();
    await set({ answer: 'accepted', answered_at: asked });
    clock.set(asked.add({ hours: 24 * ANSWER_DAYS }));
    expect(await taken()).toBe(2);
    clock.set(asked.add({ hours: 24 * 31 }));
    expect(await taken()).toBe(0);
    clock.set(asked);
    await set({ answer: 'refused', reason: 'no_time' });
    expect(await taken()).toBe(0);
  });
});
