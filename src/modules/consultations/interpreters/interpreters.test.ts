import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { askFields, consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { setAppointment } from '../appointment/store.ts';
import { consultationsOf } from '../data-of.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { chooseInterpreter } from './choosing.ts';

const { db, clock, asha, other, mori, kato, boss } = await consultationsHouse();
const MAI = {
  ...{ name: 'Tran Mai', email: 'mai@interpreters.example', knownAs: 'female', skill: 'trained' },
  ...{ languages: ['en', 'ja-easy'], times: 'Weekday evenings', pledgedOn: '2026-04-01' },
};
const PLACE = 'Room 3, Sakura building';

const add = (more = {}) => mori.web.post('/desk/interpreters/new', { ...MAI, ...more });
const all = () => db.selectFrom('consultations.interpreters').selectAll().orderBy('added_at').execute();
async function added(more = {}): Promise<string> {
  const known = new Set((await all()).map(({ id }) => id));
  expect((await add(more)).refusals).toEqual({});
  return (await all()).find(({ id }) => !known.has(id))?.id ?? expect.fail();
}
const chosen = () =>
  db.selectFrom('consultations.interpretings').selectAll().where('ended_at', 'is', null).execute();
async function mails(): Promise<{ to: string; text: string; subject: string }[]> {
  const { rows } = await sql<{
    payload: { to: string; text: string; subject: string };
  }>`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' order by j.id`.execute(db);
  return rows.map(({ payload }) => payload).filter(({ to }) => to.endsWith('@interpreters.example'));
}

/** A matter with an appointment in so many hours. */
async function meeting(who = asha, fields: object = {}, hours = 30): Promise<string> {
  const answer = await who.web.post('/consultations/asking', { ...askFields, ...fields });
  const id = answer.location?.split('/').at(-1) ?? expect.fail();
  expect((await mori.web.post(`/desk/consultations/${id}/care`)).status).toBe(303);
  const startsAt = clock().add({ hours });
  await inTransaction(db, async (tx) => {
    const key = (await openMatterKey(tx, id)) ?? expect.fail();
    const made = { hostId: mori.id, startsAt, endsAt: startsAt.add({ hours: 1 }), by: mori.id, now: clock() };
    await setAppointment(tx, key, { ...made, way: 'in_person', whereWords: PLACE });
    await tx.updateTable('consultations.matters').set({ state: 'appointed' }).where('id', '=', id).execute();
  });
  return id;
}
const choose = (id: string, interpreterId: string, tie = 'none') =>
  mori.web.post(`/desk/consultations/${id}/interpreter/choices`, { interpreterId, tie });

beforeEach(async () => {
  await db.deleteFrom('consultations.interpreters').execute();
});

describe('the register', () => {
  test('keeps sealed who they are, and shows their languages and their pledge', async () => {
    await added();
    const { rows } = await sql<{
      row: string;
    }>`select i::text as row from consultations.interpreters i`.execute(db);
    for (const words of ['Tran', 'mai@', 'evenings', 'female']) expect(rows[0]?.row).not.toContain(words);
    const { text } = await mori.web.get('/desk/interpreters');
    for (const words of ['Tran Mai', 'Easy Japanese', 'Weekday evenings', 'Pledged on'])
      expect(text).toContain(words);
  });

  test.each([
    ['without a language', { languages: [] }, ['languages']],
    ['with a pledge that is still to come', { pledgedOn: '2099-01-01' }, ['pledgedOn']],
    ['with a day that is none', { pledgedOn: '2026-02-30' }, ['pledgedOn']],
    ['without a name', { name: '' }, ['name']],
  ])('an interpreter %s is refused beside the field, and nothing typed is lost', async (_, more, refused) => {
    const answer = await add(more);
    expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, refused]);
    expect(answer.html).toContain('Weekday evenings');
    expect(await all()).toEqual([]);
  });

  test('is changed, and left and come back to by one press', async () => {
    const id = await added({ pledgedOn: '' });
    expect((await mori.web.get('/desk/interpreters')).text).toContain('No pledge yet');
    expect((await mori.web.post(`/desk/interpreters/${id}`, MAI)).status).toBe(303);
    expect((await mori.web.get(`/desk/interpreters/${id}`)).html).toContain('value="2026-04-01"');
    await mori.web.post(`/desk/interpreters/${id}/leaving`);
    expect((await all())[0]?.left_at).not.toBeNull();
    await mori.web.post(`/desk/interpreters/${id}/leaving`);
    expect((await all())[0]?.left_at).toBeNull();
  });

  test('nobody but coordinators looks at it or writes in it', async () => {
    const id = await added();
    for (const { web } of [asha, other, boss])
      for (const answer of [
        await web.get('/desk/interpreters'),
        await web.get(`/desk/interpreters/${id}`),
        await web.post('/desk/interpreters/new', MAI),
        await web.post(`/desk/interpreters/${id}/leaving`),
      ])
        expect(answer.status).toBeGreaterThanOrEqual(403);
    expect((await all()).map(({ left_at: left }) => left)).toEqual([null]);
  });
});

describe('choosing', () => {
  test('a relative and a child are refused with the reason, and stay refused in the database', async () => {
    const [interpreterId, id] = [await added(), await meeting()];
    const relative = await choose(id, interpreterId, 'relative');
    expect([relative.status, Object.keys(relative.refusals)]).toEqual([422, ['tie']]);
    expect(relative.text).toContain('people leave out what matters');
    expect(Object.keys((await choose(id, interpreterId, 'child')).refusals)).toEqual(['tie']);
    expect(Object.keys((await choose(id, interpreterId, '')).refusals)).toEqual(['tie']);
    expect(await chosen()).toEqual([]);
    expect((await choose(id, interpreterId, 'acquainted')).status).toBe(303);
    await expect(
      db.updateTable('consultations.interpretings').set({ tie: 'relative' }).execute(),
    ).rejects.toThrow('interpretings_by_no_relative_or_child');
  });

  test('the interpreter gets the words of the field, and nothing of what was asked', async () => {
    const [interpreterId, id] = [await added(), await meeting()];
    await choose(id, interpreterId);
    const mail = (await mails()).at(-1);
    for (const words of ['未払い賃金（みばらいちんぎん）', '英語']) expect(mail?.text).toContain(words);
    for (const words of [WORDS, 'Asha', PLACE]) expect(`${mail?.subject} ${mail?.text}`).not.toContain(words);
  });

  test('whoever has asked sees who comes, and takes it along with their data', async () => {
    const [interpreterId, id] = [await added(), await meeting()];
    await choose(id, interpreterId);
    expect((await asha.web.get(`/consultations/${id}/appointment`)).text).toContain('Tran Mai interprets');
    expect(JSON.stringify(await consultationsOf(db, { id: asha.id, locale: 'en' }))).toContain('Tran Mai');
  });

  test('their wish is shown, and stands nowhere in the clear', async () => {
    const [interpreterId, id] = [
      await added({ knownAs: 'male' }),
      await meeting(asha, { interpreterWish: 'female' }),
    ];
    const { text } = await mori.web.get(`/desk/consultations/${id}/interpreter`);
    expect(text).toContain('would rather speak through a woman');
    expect(text).toContain('not as wished');
    const row = await db
      .selectFrom('consultations.matters')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('female');
    expect((await choose(id, interpreterId)).status).toBe(303);
  });

  test.each([
    ['has not pledged', { pledgedOn: '' }],
    ['speaks another language', { languages: ['ne'] }],
  ])('nobody is chosen who %s', async (_, more) => {
    const [interpreterId, id] = [await added(more), await meeting()];
    await added({ name: 'Rai' });
    expect(Object.keys((await choose(id, interpreterId)).refusals)).toEqual(['interpreterId']);
    expect(await chosen()).toEqual([]);
  });

  test('two who choose one interpreter at once for the same time: one gets them', async () => {
    const interpreterId = await added();
    const ids = [await meeting(asha), await meeting(other)];
    const outcomes = await Promise.all(
      ids.map((matterId) =>
        inTransaction(db, (tx) =>
          chooseInterpreter(tx, {
            ...{ matterId, interpreterId, tie: 'none', as: 'coordinator', byPersonId: mori.id, now: clock() },
          }),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'interpreter_is_elsewhere' } });
  });

  test('called off, they are told and free again; another takes their place', async () => {
    const [first, second, id] = [await added(), await added({ name: 'Rai' }), await meeting()];
    await choose(id, first);
    await choose(id, second);
    expect((await chosen()).map(({ interpreter_id: who }) => who)).toEqual([second]);
    expect((await mails()).slice(-2).map(({ text }) => text.includes('取りやめ'))).toContain(true);
    expect((await asha.web.post(`/consultations/${id}/calling-off`)).status).toBe(303);
    expect(await chosen()).toEqual([]);
    expect((await mails()).at(-1)?.text).toContain('取りやめ');
    expect((await choose(id, first)).status).toBe(422);
  });

  test('nobody chooses in a matter of another’s, or reads who comes', async () => {
    const [interpreterId, id] = [await added(), await meeting()];
    for (const { web } of [asha, kato, boss]) {
      expect((await web.get(`/desk/consultations/${id}/interpreter`)).status).toBeGreaterThanOrEqual(403);
      const answer = await web.post(`/desk/consultations/${id}/interpreter/choices`, {
        ...{ interpreterId, tie: 'none' },
      });
      expect(answer.status).toBeGreaterThanOrEqual(403);
    }
    expect(await chosen()).toEqual([]);
  });
});
