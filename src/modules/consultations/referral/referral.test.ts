import { beforeEach, describe, expect, test } from 'vitest';
import { consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';
import type { NoReason } from './rules.ts';
import { referralPath } from './token.ts';

const { db, clock, house, asha, other, mori, kato, boss, taken, watch, happened } =
  await consultationsHouse();
const expert = house.as(undefined, 'en');
const SATO = { name: 'Sato Hiroshi', license: 'lawyer', licenseNumber: '12345', email: 'sato@law.example' };
const PROPOSAL = { manner: 'warm', hours: '1', passes: ['words'] };

let id: string;
const untilOn = (days: number) =>
  clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days }).toString();
const desk = (act: string, fields = {}) =>
  mori.web.post(`/desk/consultations/${id}/referrals/${act}`, fields);
let expertId: string;
const propose = (more = {}) => desk('proposals', { expertId, ...PROPOSAL, untilOn: untilOn(30), ...more });
const referralId = async () =>
  (await db.selectFrom('consultations.referrals').select('id').executeTakeFirstOrThrow()).id;
const link = async () => referralPath({ secret: 's'.repeat(40) }, await referralId());
const agree = async (who = asha) =>
  who.web.post(`/consultations/${id}/referrals/agreement`, { referralId: await referralId() });
const takeBack = async () =>
  asha.web.post(`/consultations/${id}/referrals/end`, { referralId: await referralId() });
/** Asked, and by phone whether they know somebody whom it touches. */
async function ask() {
  const one = { referralId: await referralId() };
  const asked = await desk('asking', one);
  await mori.web.post(`/desk/consultations/${id}/parties/decisions`, { ...one, decision: 'clear' });
  return asked;
}
const accept = async () => expert.post(`${await link()}/acceptance`);
const refuse = async (reason: NoReason) => expert.post(`${await link()}/refusal`, { reason });
const state = async () =>
  (await db.selectFrom('consultations.matters').select('state').executeTakeFirstOrThrow()).state;
async function accepted(more = {}) {
  await propose(more);
  await agree();
  await ask();
  expect((await accept()).status).toBe(303);
}

beforeEach(async () => {
  await db.deleteFrom('consultations.experts').execute();
  await mori.web.post('/desk/experts', { ...SATO, fields: ['work'], languages: ['en'], hoursAMonth: '2' });
  expertId = (await db.selectFrom('consultations.experts').select('id').executeTakeFirstOrThrow()).id;
  id = await taken();
});

describe('an expert', () => {
  test('is asked only after the yes, and reads nothing before they have accepted', async () => {
    expect((await propose()).status).toBe(303);
    expect([(await ask()).status, (await expert.get(await link())).status]).toEqual([422, 404]);
    expect((await agree()).status).toBe(303);
    expect((await ask()).status).toBe(303);
    const before = await expert.get(await link());
    expect([before.status, before.text.includes('Work'), before.text.includes(WORDS)]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await accept()).status).toBe(303);
    expect([await state(), (await expert.get(await link())).text.includes(WORDS)]).toEqual([
      'expert_accepted',
      true,
    ]);
    expect((await asha.web.get(`/consultations/${id}`)).text).toContain('Sato Hiroshi, your expert');
  });

  test('is proposed once while it goes on, however often it is pressed, and again once it is over', async () => {
    const presses = await Promise.all(Array.from({ length: 5 }, () => propose()));
    expect(presses.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422]);
    expect((await propose()).refusals).toHaveProperty('expertId');
    expect((await takeBack()).status).toBe(303);
    expect((await propose()).status).toBe(303);
  });

  test('reads exactly what was agreed to', async () => {
    await accepted({ passes: ['name'] });
    const { text } = await expert.get(await link());
    expect([text.includes('Asha'), text.includes(WORDS)]).toEqual([true, false]);
  });

  test('reads nothing more once it is taken back, over, or closed', async () => {
    await accepted();
    const reads = async () => (await expert.get(await link())).text.includes(WORDS);
    const now = clock();
    clock.set(now.add({ hours: 24 * 31 }));
    expect(await reads()).toBe(false);
    clock.set(now);
    expect(await reads()).toBe(true);
    expect((await takeBack()).status).toBe(303);
    expect(await reads()).toBe(false);
    expect((await takeBack()).status).toBe(422);
  });

  test('who refuses says why, and has then nothing to open', async () => {
    await propose();
    await agree();
    await ask();
    expect((await expert.post(`${await link()}/refusal`, {})).status).toBe(422);
    expect((await refuse('conflict')).status).toBe(303);
    expect([await state(), (await accept()).status]).toEqual(['in_triage', 422]);
    expect((await mori.web.get(`/desk/consultations/${id}/referrals`)).text).toContain('on another side');
  });

  test('answers within five days, or the coordinator has it again and is told once', async () => {
    await propose();
    await agree();
    await ask();
    const told = await happened('consultations.matter.expert_refused');
    clock.set(clock().add({ hours: 24 * 5 - 1 }));
    await watch();
    expect(await state()).toBe('expert_asked');
    clock.set(clock().add({ hours: 1 }));
    expect((await accept()).status).toBe(422);
    await watch();
    await watch();
    expect(await state()).toBe('in_triage');
    expect(await happened('consultations.matter.expert_refused')).toBe(told + 1);
  });

  test('has it until the day to which the yes reaches', async () => {
    await accepted();
    clock.set(clock().add({ hours: 24 * 30 }));
    await watch();
    expect(await state()).toBe('expert_accepted');
    clock.set(clock().add({ hours: 24 }));
    await watch();
    expect(await state()).toBe('in_triage');
  });
});

test('a yes that is taken back while the expert is asked gives the matter back to the coordinator', async () => {
  await propose();
  await agree();
  await ask();
  expect((await takeBack()).status).toBe(303);
  expect([await state(), (await accept()).status]).toEqual(['in_triage', 422]);
});

test('a yes that is taken back once an expert has it gives it back too: nobody waits for them', async () => {
  await accepted();
  expect(await state()).toBe('expert_accepted');
  expect((await takeBack()).status).toBe(303);
  expect(await state()).toBe('in_triage');
  expect((await propose()).status).toBe(303);
});

test('nobody but the asker agrees, and nobody but the responsible coordinator looks', async () => {
  await propose();
  expect((await agree(other)).status).toBeGreaterThanOrEqual(403);
  for (const one of [kato, boss, other])
    expect((await one.web.get(`/desk/consultations/${id}/referrals`)).status).toBeGreaterThanOrEqual(403);
  expect((await other.web.get(`/consultations/${id}/referrals`)).status).toBeGreaterThanOrEqual(403);
  expect((await asha.web.get(`/consultations/${id}/referrals`)).text).toContain('Sato Hiroshi');
});

test('a form sent empty comes back with what to mend', async () => {
  const answer = await desk('proposals');
  expect([answer.status, Object.keys(answer.refusals).toSorted()]).toEqual([
    422,
    ['expertId', 'hours', 'manner', 'untilOn'],
  ]);
});

test('a proposal says what and until when, for at most half a year', async () => {
  const answer = await propose({ passes: [], untilOn: untilOn(30) });
  expect(Object.keys(answer.refusals)).toEqual(['passes']);
  expect(Object.keys((await propose({ untilOn: untilOn(181) })).refusals)).toEqual(['untilOn']);
});

test('whether we come along is read before the yes, and leaves the coordinator a day by which they have spoken', async () => {
  await propose({ manner: 'cold' });
  const page = async () => (await asha.web.get(`/consultations/${id}/referrals`)).text;
  expect(await page()).toContain('You talk with them alone');
  await takeBack();
  await db.deleteFrom('consultations.referrals').execute();
  await accepted({ manner: 'warm' });
  const text = await page();
  for (const words of ['comes along to the first talk', '12345', 'We take no fee'])
    expect(text).toContain(words);
  const due = clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 7 });
  const tasks = await db.selectFrom('consultations.tasks').select(['kind', 'on_day']).execute();
  expect(tasks.map(({ kind, on_day: day }) => [kind, day.toString()])).toEqual([['contact', due.toString()]]);
});

test('who has left the register between the yes and the asking is not asked', async () => {
  await propose();
  await agree();
  await mori.web.post(`/desk/experts/${expertId}/leaving`);
  expect((await ask()).status).toBe(422);
  expect((await propose()).status).toBe(422);
});

test('the database keeps sealed whom one turns to, and asks nobody without a yes', async () => {
  await propose();
  await agree();
  await ask();
  const row = await db.selectFrom('consultations.referrals').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain('Sato');
  await expect(db.updateTable('consultations.referrals').set({ agreed_at: null }).execute()).rejects.toThrow(
    'referrals_are_agreed_first',
  );
});
