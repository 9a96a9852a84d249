import { beforeEach, describe, expect, test } from 'vitest';
import { consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';
import { listForms, marksOf } from '../../../ui/blind/marks.ts';
import { referralPath } from '../referral/token.ts';

const { db, clock, house, asha, mori, kato, taken, waits, happened } = await consultationsHouse();
const expert = house.as(undefined, 'en');
const SECRET = { secret: 's'.repeat(40) };
const LANDLORD = { role: 'landlord', partyName: '髙﨑 一郎', writings: 'たかさき いちろう' };
const OTHERS = 'Wang Ming\n山田,太郎';

let id: string;
const newest = async () =>
  (
    await db
      .selectFrom('consultations.referrals')
      .select('id')
      .orderBy('proposed_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id;
const link = async () => referralPath(SECRET, await newest());
const checks = () => db.selectFrom('consultations.conflict_checks').selectAll().execute();
const parties = (act: string, fields: Record<string, string>, who = mori) =>
  who.web.post(`/desk/consultations/${id}/parties/${act}`, fields);

/** A new referral that its expert is asked for. @returns their link */
async function asked(email = 'sato@law.example'): Promise<string> {
  clock.set(clock().add({ seconds: 1 }));
  const untilOn = clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 30 }).toString();
  const one = { name: 'Sato', license: 'lawyer', licenseNumber: '1', hoursAMonth: '20', email };
  await mori.web.post('/desk/experts', { ...one, fields: ['work'], languages: ['en'] });
  const { id: expertId } = await db
    .selectFrom('consultations.experts')
    .select('id')
    .executeTakeFirstOrThrow();
  const proposal = { expertId, manner: 'cold', hours: '1', passes: ['words'], untilOn };
  expect((await mori.web.post(`/desk/consultations/${id}/referrals/proposals`, proposal)).status).toBe(303);
  const referral = { referralId: await newest() };
  await asha.web.post(`/consultations/${id}/referrals/agreement`, referral);
  expect((await mori.web.post(`/desk/consultations/${id}/referrals/asking`, referral)).status).toBe(303);
  return link();
}

const begin = (at: string) => expert.post(`${at}/try`);
/** What the page of a running try holds. */
async function running(at: string) {
  const { html } = await expert.get(at);
  const salt = /data-blind-salt="([^"]+)"/.exec(html)?.[1] ?? expect.fail('no salt');
  const tryId = /name="tryId" value="([^"]+)"/.exec(html)?.[1] ?? expect.fail('no try');
  return { salt, tryId };
}
async function marks(list: string, salt: string) {
  const { whole, parts } = listForms(list);
  return { whole: await marksOf(whole, salt), parts: await marksOf(parts, salt) };
}
async function compare(at: string, list: string) {
  await begin(at);
  const { salt, tryId } = await running(at);
  return expert.post(`${at}/comparison`, { tryId, ...(await marks(list, salt)) });
}
const accept = (at: string) => expert.post(`${at}/acceptance`);
const answer = async () => (await checks())[0]?.answer ?? null;

beforeEach(async () => {
  await db.deleteFrom('consultations.experts').execute();
  id = await taken();
  expect((await parties('entries', LANDLORD)).status).toBe(303);
});

describe('before an expert sees anything', () => {
  test('names are compared: “none” opens what is asked, and then it can be taken on', async () => {
    const at = await asked();
    const before = await expert.get(at);
    expect(before.status).toBe(200);
    for (const told of ['Work', WORDS, '髙﨑', 'Asha']) expect(before.text).not.toContain(told);
    expect((await accept(at)).status).toBe(422);
    expect((await compare(at, OTHERS)).status).toBe(303);
    expect([await answer(), (await expert.get(at)).text.includes('Work')]).toEqual(['none', true]);
    expect((await accept(at)).status).toBe(303);
    expect((await expert.get(at)).text).toContain(WORDS);
  });

  test.each(['TAKASAKI ICHIRO', '高崎一郎様', 'たかさき,いちろう', 'Ichiro Takasaki'])(
    'a list with %s is possible: a person is told, and it opens nothing',
    async (name) => {
      const at = await asked();
      const before = await happened('consultations.conflict.waits');
      await compare(at, `${OTHERS}\n${name}`);
      expect([await answer(), (await happened('consultations.conflict.waits')) - before]).toEqual([
        'possible',
        1,
      ]);
      expect((await waits(mori.id)).map(({ kind }) => kind)).toContain('conflict');
      const { text } = await expert.get(at);
      expect([text.includes('Work'), text.includes(WORDS), text.includes('髙﨑')]).toEqual([
        false,
        false,
        false,
      ]);
      expect((await accept(at)).status).toBe(422);
      // Which name it was is not ours to know.
      const desk = await mori.web.get(`/desk/consultations/${id}/parties`);
      expect([desk.text.includes('Possible'), desk.text.includes(name)]).toEqual([true, false]);
    },
  );

  test('the resident’s own name is compared, unless they stay unnamed', async () => {
    const at = await asked();
    await compare(at, 'Asha');
    expect(await answer()).toBe('possible');
    await db.deleteFrom('consultations.matters').execute();
    id = await taken({ isAnonymous: 'on' });
    await parties('entries', LANDLORD);
    await compare(await asked(), 'Asha');
    expect(await answer()).toBe('none');
  });

  test('with nobody to compare it is never “none”', async () => {
    await db.deleteFrom('consultations.matters').execute();
    id = await taken({ isAnonymous: 'on' });
    await compare(await asked(), OTHERS);
    expect(await answer()).toBe('possible');
  });

  test('nothing of the list is kept, nor of the salt', async () => {
    const at = await asked();
    await begin(at);
    const { salt } = await running(at);
    const open = JSON.stringify(await checks());
    await compare(at, OTHERS);
    const kept = JSON.stringify([
      await checks(),
      await db.selectFrom('audit.entries').selectAll().execute(),
      await db.selectFrom('platform.idempotency_keys').selectAll().execute(),
    ]);
    const { whole } = await marks(OTHERS, salt);
    for (const told of [salt, whole.slice(0, 8), whole.slice(-8)]) {
      expect(open).not.toContain(told);
      expect(kept).not.toContain(told);
    }
  });

  test('a name entered later is compared too, also by whoever has taken it on', async () => {
    const at = await asked();
    await compare(at, OTHERS);
    await accept(at);
    await parties('entries', { ...LANDLORD, partyName: 'Wang Ming', writings: '' });
    expect((await expert.get(at)).text).not.toContain(WORDS);
    expect((await expert.post(`${at}/notes`, { note: 'A word.' })).status).toBe(422);
    await compare(at, OTHERS);
    expect([await answer(), (await expert.get(at)).text.includes(WORDS)]).toEqual(['possible', false]);
  });
});

describe('a person', () => {
  test('clears what was possible, and it opens', async () => {
    const at = await asked();
    await compare(at, '高崎 一郎');
    const one = { referralId: await newest(), decision: 'clear' };
    expect((await parties('decisions', one, kato)).status).toBe(404);
    expect((await parties('decisions', one)).status).toBe(303);
    expect((await waits(mori.id)).map(({ kind }) => kind)).not.toContain('conflict');
    expect([(await accept(at)).status, (await expert.get(at)).text.includes(WORDS)]).toEqual([303, true]);
  });

  test('finds a conflict: the referral is over, and the matter with its coordinator again', async () => {
    const at = await asked();
    await compare(at, '高崎 一郎');
    expect((await parties('decisions', { referralId: await newest(), decision: 'conflict' })).status).toBe(
      303,
    );
    expect([(await accept(at)).status, (await begin(at)).status]).toEqual([422, 422]);
    const matter = await db.selectFrom('consultations.matters').select('state').executeTakeFirstOrThrow();
    expect(matter.state).toBe('in_triage');
  });

  test('is told once by whoever would rather be called', async () => {
    const at = await asked();
    const before = await happened('consultations.conflict.waits');
    expect([(await expert.post(`${at}/call`)).status, (await expert.post(`${at}/call`)).status]).toEqual([
      303, 303,
    ]);
    expect((await happened('consultations.conflict.waits')) - before).toBe(1);
    expect((await waits(mori.id)).map(({ kind }) => kind)).toContain('conflict');
  });
});

describe('somebody who tries', () => {
  test('comes too late after ten minutes', async () => {
    const at = await asked();
    await begin(at);
    const { salt, tryId } = await running(at);
    clock.set(clock().add({ minutes: 10 }));
    const late = await expert.post(`${at}/comparison`, { tryId, ...(await marks(OTHERS, salt)) });
    expect([late.status, await answer()]).toEqual([422, null]);
  });

  test('has three tries, also when many are begun at once', async () => {
    const at = await asked();
    for (let count = 0; count < 3; count += 1) {
      expect((await Promise.all([begin(at), begin(at)])).map(({ status }) => status)).toEqual([303, 303]);
      expect((await checks())[0]?.tries).toBe(count + 1);
      clock.set(clock().add({ minutes: 10 }));
    }
    expect([(await begin(at)).status, (await checks())[0]?.tries]).toEqual([422, 3]);
    expect((await expert.get(at)).text).toContain('no try left');
    await expect(
      db.updateTable('consultations.conflict_checks').set({ tries: 4 }).execute(),
    ).rejects.toThrow();
  });

  test('gets one answer for one try, and none by another list afterwards', async () => {
    const at = await asked();
    await begin(at);
    const { salt, tryId } = await running(at);
    const sent = { tryId, ...(await marks(OTHERS, salt)) };
    const [first, second] = await Promise.all([
      expert.post(`${at}/comparison`, sent),
      expert.post(`${at}/comparison`, { ...sent, ...(await marks('高崎 一郎', salt)) }),
    ]);
    expect([first.status, second.status].toSorted()).toEqual([303, 422]);
    expect([(await begin(at)).status, (await expert.post(`${at}/comparison`, sent)).status]).toEqual([
      422, 422,
    ]);
  });

  test('does nothing with another’s try or link', async () => {
    const mine = await asked();
    await begin(mine);
    const { salt, tryId } = await running(mine);
    const one = await db.selectFrom('consultations.referrals').select('id').executeTakeFirstOrThrow();
    expect((await parties('decisions', { referralId: one.id, decision: 'conflict' })).status).toBe(303);
    const next = await asked('kudo@law.example');
    await begin(next);
    const sent = { tryId, ...(await marks(OTHERS, salt)) };
    expect((await expert.post(`${next}/comparison`, sent)).status).toBe(422);
    expect((await expert.post(`${mine}/comparison`, sent)).status).toBe(422);
    for (const forged of ['/experts/none', `${next.slice(0, -2)}xx`])
      expect([(await begin(forged)).status, (await expert.post(`${forged}/call`)).status]).toEqual([
        404, 404,
      ]);
  });

  test.each([
    ['an empty list', '', ''],
    ['no marks', 'zzzzzzzz', ''],
    ['half a mark', '0123', ''],
    ['names in the open', '高崎一郎', ''],
  ])('with %s is asked again, and keeps the try', async (_, whole, partsOf) => {
    const at = await asked();
    await begin(at);
    const { tryId } = await running(at);
    expect((await expert.post(`${at}/comparison`, { tryId, whole, parts: partsOf })).status).toBe(422);
    expect((await running(at)).tryId).toBe(tryId);
  });

  test('is held by the database, whatever the code does', async () => {
    await asked();
    await expect(
      db.updateTable('consultations.referrals').set({ answer: 'accepted', answered_at: clock() }).execute(),
    ).rejects.toThrow('names are compared');
    await begin(await link());
    await expect(
      db
        .updateTable('consultations.conflict_checks')
        .set({ until_at: clock().add({ hours: 1 }) })
        .execute(),
    ).rejects.toThrow('conflict_salts_live_minutes');
  });
});
