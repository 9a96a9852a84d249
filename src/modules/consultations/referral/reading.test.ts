import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { consultationsHouse } from '../../../../test/support/consultations.ts';
import { referralPath } from './token.ts';

const { db, clock, house, asha, mori, taken, happened } = await consultationsHouse();
const expert = house.as(undefined, 'en');
const SATO = { name: 'Sato Hiroshi', license: 'lawyer', licenseNumber: '12345', email: 'sato@law.example' };
const ADVICE = {
  japanese: '未払いの賃金は請求できます。',
  words: 'You can claim the wages.',
  origin: 'interpreter',
};
const NOTE = 'Please ask whether there is a time card.';

let id: string;
let link: string;
const post = (who: typeof mori, path: string, fields = {}) => who.web.post(path, fields);
const draft = (more = {}) => post(mori, `/desk/consultations/${id}/advice/drafts`, { ...ADVICE, ...more });
const give = () => post(mori, `/desk/consultations/${id}/advice/giving`);
const newest = () =>
  db
    .selectFrom('consultations.advices')
    .select(['written_at', 'read_at', 'given_at'])
    .executeTakeFirstOrThrow();
const read = async (at?: Temporal.Instant) =>
  expert.post(`${link}/reading`, {
    writtenAt: String((at ?? (await newest()).written_at).epochMilliseconds),
  });
beforeEach(async () => {
  await db.deleteFrom('consultations.experts').execute();
  await post(mori, '/desk/experts', { ...SATO, fields: 'work', languages: 'en', hoursAMonth: '2' });
  const { id: expertId } = await db
    .selectFrom('consultations.experts')
    .select('id')
    .executeTakeFirstOrThrow();
  id = await taken();
  const untilOn = clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 30 }).toString();
  const proposal = { expertId, untilOn, manner: 'cold', hours: '1', passes: 'deadlines' };
  await post(mori, `/desk/consultations/${id}/referrals/proposals`, proposal);
  const { id: referralId } = await db
    .selectFrom('consultations.referrals')
    .select('id')
    .executeTakeFirstOrThrow();
  link = referralPath({ secret: 's'.repeat(40) }, referralId);
  await post(asha, `/consultations/${id}/referrals/agreement`, { referralId });
  await post(mori, `/desk/consultations/${id}/referrals/asking`, { referralId });
  await post(mori, `/desk/consultations/${id}/parties/decisions`, { referralId, decision: 'clear' });
});
const accept = async () => expect((await expert.post(`${link}/acceptance`)).status).toBe(303);

test('advice goes as its expert has read it by their own link, and nobody ticks that for them', async () => {
  await accept();
  await draft();
  expect((await give()).status).toBe(422);
  const { written_at: writtenAt } = await newest();
  const ticked = { reader: 'Somebody', writtenAt: String(writtenAt.epochMilliseconds) };
  expect((await post(mori, `/desk/consultations/${id}/advice/readings`, ticked)).status).toBe(422);
  expect((await mori.web.get(`/desk/consultations/${id}/advice`)).text).toContain(
    'reads it by their own link',
  );
  expect((await expert.get(link)).text).toContain(ADVICE.japanese);
  expect((await read()).status).toBe(303);
  expect((await expert.get(link)).text).toContain('You have read it as it stands');
  expect((await give()).status).toBe(303);
  expect((await asha.web.get(`/consultations/${id}/advice`)).text).toContain('Sato Hiroshi (弁護士 12345)');
});

test('what is written anew is read anew, also where an old page is answered', async () => {
  await accept();
  await draft();
  const { written_at: before } = await newest();
  expect((await read()).status).toBe(303);
  clock.set(clock().add({ minutes: 1 }));
  await draft({ japanese: '賃金は請求できません。' });
  expect((await read(before)).status).toBe(422);
  expect((await newest()).read_at).toBeNull();
  expect((await give()).status).toBe(422);
});

test('nobody reads or writes by a link before the yes, nor once it is taken back', async () => {
  await draft();
  expect([(await read()).status, (await expert.post(`${link}/notes`, { note: NOTE })).status]).toEqual([
    422, 422,
  ]);
  expect((await expert.get(link)).text).not.toContain(ADVICE.japanese);
  await accept();
  const { id: referralId } = await db
    .selectFrom('consultations.referrals')
    .select('id')
    .executeTakeFirstOrThrow();
  await post(asha, `/consultations/${id}/referrals/end`, { referralId });
  expect([(await read()).status, (await expert.post(`${link}/notes`, { note: NOTE })).status]).toEqual([
    422, 422,
  ]);
  expect((await expert.get(link)).text).not.toContain(ADVICE.japanese);
  expect((await newest()).read_at).toBeNull();
});

test('what the expert writes stands among the notes under their name, and not before whoever has asked', async () => {
  await accept();
  expect((await expert.post(`${link}/notes`, { note: '' })).refusals).toHaveProperty('note');
  const before = await happened('consultations.expert.answered');
  expect((await expert.post(`${link}/notes`, { note: NOTE })).status).toBe(303);
  const { text } = await mori.web.get(`/desk/consultations/${id}`);
  for (const words of [NOTE, 'Sato Hiroshi']) expect(text).toContain(words);
  expect((await asha.web.get(`/consultations/${id}`)).text).not.toContain(NOTE);
  expect(await happened('consultations.expert.answered')).toBe(before + 1);
});

test('a mail asks the expert to read each draft, and says nothing of it', async () => {
  const mails = async () =>
    (
      await sql<{ mail: { to: string; subject: string; text: string } }>`
        select j.payload as mail from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'send-mail' and j.payload ->> 'key' like 'referral:%:advice:%' order by j.id`.execute(
        db,
      )
    ).rows.map(({ mail }) => mail);
  const before = (await mails()).length;
  await draft();
  expect(await mails()).toHaveLength(before);
  await accept();
  clock.set(clock().add({ minutes: 1 }));
  await draft();
  const mail = (await mails()).at(-1) ?? expect.fail();
  expect(mail.to).toBe(SATO.email);
  const path = /\/experts\/\S+/.exec(mail.text)?.[0] ?? expect.fail();
  expect((await expert.get(path)).text).toContain(ADVICE.japanese);
  for (const words of [ADVICE.japanese, ADVICE.words, 'Asha', '仕事', '弁護士'])
    expect(mail.subject + mail.text).not.toContain(words);
  expect(await mails()).toHaveLength(before + 1);
});
