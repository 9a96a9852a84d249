import { sql } from 'kysely';
import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { askForConsultation } from '../ask/ask.ts';
import { consultationsModule } from '../module.ts';
import { afterwardsWatch } from './watch.ts';

const services = { files: testFiles(), secret: 's'.repeat(40), publicUrl: 'https://otonari.test' };
const house = await testHouse([consultationsModule(services)]);
const { db, clock } = house;
const MORNING = clock();
const ADVICE = {
  japanese: '敷金は返してもらえます。',
  words: 'You can get the deposit back.',
  origin: 'interpreter',
};
const READER = 'Sato Hiroshi, lawyer';

async function person(name: string, ...roles: Role[]) {
  const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', weekly: [] } as const;
  const made = await inTransaction(db, (tx) => createPerson(tx, { ...of, now: clock(), roles }));
  return { id: made.id, web: house.as(actorOf(made, roles), 'en') };
}
const asha = await person('Asha', 'resident');
const other = await person('Other', 'resident');
const mori = await person('Mori', 'coordinator');
const kato = await person('Kato', 'coordinator');
const boss = await person('Boss', 'administrator');
const watch = () => afterwardsWatch.run({}, { db, clock, log: pino({ level: 'silent' }) });
const later = (days: number) => clock.set(MORNING.add({ hours: 24 * days }));

let id: string;
beforeEach(async () => {
  clock.set(MORNING);
  await db.deleteFrom('consultations.matters').execute();
  id = await inTransaction(db, (tx) =>
    askForConsultation(tx, {
      residentId: asha.id,
      field: 'housing',
      language: 'en',
      urgency: 'can_wait',
      origin: 'direct',
      words: 'The deposit is gone.',
      signs: [],
      contact: { channel: 'email', phone: '', times: '' },
      isAnonymous: false,
      deadline: null,
      now: clock(),
    }),
  );
  await mori.web.post(`/desk/consultations/${id}/care`);
});

const at = (act: string) => `/desk/consultations/${id}/advice/${act}`;
const write = (more: object = {}) => mori.web.post(at('drafts'), { ...ADVICE, ...more });
async function read(reader = READER) {
  const { written_at } = await db
    .selectFrom('consultations.advices')
    .select('written_at')
    .where('given_at', 'is', null)
    .executeTakeFirstOrThrow();
  return mori.web.post(at('readings'), { reader, writtenAt: String(written_at.epochMilliseconds) });
}
async function given() {
  expect((await write()).status).toBe(303);
  expect((await read()).status).toBe(303);
  expect((await mori.web.post(at('giving'))).status).toBe(303);
}
const ownPage = async () => (await asha.web.get(`/consultations/${id}/advice`)).text;
const stateOf = async () =>
  (await db.selectFrom('consultations.matters').select('state').executeTakeFirstOrThrow()).state;

describe('advice', () => {
  test('goes to whoever has asked in their language, once the expert has read it, with its origin', async () => {
    await write();
    expect(await ownPage()).not.toContain(ADVICE.words);
    await read();
    expect(await ownPage()).not.toContain(ADVICE.words);
    await mori.web.post(at('giving'));
    const text = await ownPage();
    for (const words of [ADVICE.words, ADVICE.japanese, READER, 'An interpreter made these words in English'])
      expect(text).toContain(words);
    expect(await stateOf()).toBe('advised');
  });

  test('is not given before the expert has read it, whoever asks for it', async () => {
    await write();
    expect((await mori.web.post(at('giving'))).text).toContain('The expert has not read it yet');
    expect(await stateOf()).toBe('in_triage');
    await expect(
      db.updateTable('consultations.advices').set({ given_at: clock() }).execute(),
    ).rejects.toMatchObject({ constraint: 'advices_are_read_first' });
  });

  test('is read again where it was written anew, also while the expert read it', async () => {
    await write();
    await read();
    clock.set(MORNING.add({ minutes: 5 }));
    await write({ japanese: '敷金は返してもらえません。' });
    expect((await mori.web.post(at('giving'))).text).toContain('The expert has not read it yet');
    const stale = { reader: READER, writtenAt: String(MORNING.epochMilliseconds) };
    expect((await mori.web.post(at('readings'), stale)).text).toContain('written anew meanwhile');
  });

  test.each(['japanese', 'words', 'origin'])(
    'without %s is refused beside the field, and nothing typed is lost',
    async (field) => {
      const answer = await write({ [field]: '' });
      expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, [field]]);
      expect(answer.html).toContain(field === 'words' ? ADVICE.japanese : ADVICE.words);
    },
  );

  test('lies in the database as nobody can read it', async () => {
    await given();
    await mori.web.post(at('tasks'), { task: 'Send the letter', whose: 'resident', taskOn: '2026-12-01' });
    const { rows } = await sql<{ row: string }>`
      select a::text as row from consultations.advices a union all select t::text from consultations.tasks t`.execute(
      db,
    );
    expect(rows).toHaveLength(2);
    for (const words of [ADVICE.japanese, ADVICE.words, READER, 'Send the letter'])
      expect(JSON.stringify(rows)).not.toContain(words);
  });
});

describe('nobody else', () => {
  test.each([
    ['another coordinator', kato],
    ['the administrator', boss],
    ['another resident', other],
  ])('reads or writes it: %s', async (_, { web }) => {
    await given();
    for (const path of [`/desk/consultations/${id}/advice`, `/consultations/${id}/advice`]) {
      const answer = await web.get(path);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain(ADVICE.words);
    }
    const taskOn = '2026-12-01';
    const sent = [
      [at('drafts'), ADVICE],
      [at('giving'), {}],
      [at('tasks'), { task: 'x', whose: 'resident', taskOn }],
      [at('contacts'), { contactOn: taskOn }],
      [`/consultations/${id}/answers`, { months: '1', answer: 'yes' }],
      [`/consultations/${id}/tasks`, { taskId: id }],
    ] as const;
    for (const [path, fields] of sent)
      expect((await web.post(path, fields)).status).toBeGreaterThanOrEqual(400);
    expect(await db.selectFrom('consultations.tasks').select('id').execute()).toEqual([]);
  });

  test('who opens it by a reason reads it, and changes nothing', async () => {
    await given();
    await kato.web.post(`/desk/consultations/${id}/openings`, {
      reason: 'Mori is ill and the court date is tomorrow.',
    });
    expect((await kato.web.get(`/desk/consultations/${id}/advice`)).text).toContain(ADVICE.words);
    expect((await kato.web.post(at('drafts'), ADVICE)).status).toBeGreaterThanOrEqual(400);
    later(1);
    expect((await kato.web.get(`/desk/consultations/${id}/advice`)).status).toBe(404);
  });
});

describe('what comes next', () => {
  test('stays open until whose it is has done it', async () => {
    await given();
    await mori.web.post(at('tasks'), { task: 'Send the letter', whose: 'resident', taskOn: '2026-12-01' });
    expect(await stateOf()).toBe('following');
    expect(await ownPage()).toContain('Send the letter');
    const { id: taskId } = await db.selectFrom('consultations.tasks').select('id').executeTakeFirstOrThrow();
    expect((await asha.web.post(`/consultations/${id}/tasks`, { taskId })).status).toBe(303);
    expect((await mori.web.post(at('done'), { taskId })).status).toBeGreaterThanOrEqual(400);
  });

  test('is not the resident’s to end where it is the coordinator’s', async () => {
    await mori.web.post(at('contacts'), { contactOn: '2026-12-01' });
    const { id: taskId } = await db.selectFrom('consultations.tasks').select('id').executeTakeFirstOrThrow();
    expect((await asha.web.post(`/consultations/${id}/tasks`, { taskId })).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  test('is not behind us', async () => {
    const answer = await mori.web.post(at('contacts'), { contactOn: '2026-11-01' });
    expect([answer.status, answer.text.includes('today or a later day')]).toEqual([422, true]);
  });

  test('is told to whoever is responsible on its morning, once', async () => {
    await mori.web.post(at('contacts'), { contactOn: '2026-12-01' });
    const told = async () =>
      (
        await db
          .selectFrom('platform.events')
          .select('id')
          .where('type', '=', 'consultations.task.due')
          .execute()
      ).length;
    const before = await told();
    await watch();
    expect(await told()).toBe(before);
    later(7);
    await watch();
    await watch();
    expect(await told()).toBe(before + 1);
  });
});

describe('did it help', () => {
  const asked = async () =>
    (
      await db
        .selectFrom('platform.events')
        .select('id')
        .where('type', '=', 'consultations.question.asked')
        .execute()
    ).length;

  test('is asked after one month and after three, once each, and answered by one press', async () => {
    await given();
    const before = await asked();
    later(29);
    await watch();
    expect([await asked(), (await ownPage()).includes('Did it help?')]).toEqual([before, false]);
    later(30);
    await watch();
    await watch();
    expect([await asked(), (await ownPage()).includes('Did it help?')]).toEqual([before + 1, true]);
    expect(
      (await asha.web.post(`/consultations/${id}/answers`, { months: '1', answer: 'partly' })).status,
    ).toBe(303);
    expect(await ownPage()).not.toContain('Did it help?');
    later(92);
    await watch();
    expect([await asked(), (await ownPage()).includes('Did it help?')]).toEqual([before + 2, true]);
    expect((await asha.web.post(`/consultations/${id}/answers`, { months: '3', answer: 'yes' })).status).toBe(
      303,
    );
    expect((await mori.web.get(`/desk/consultations/${id}/advice`)).text).toContain(
      'After three months: Yes',
    );
  });

  test('what helped is told as a kind of help and nothing else, and leads to a guide in new words', async () => {
    await given();
    const told = () =>
      db.selectFrom('platform.events').select('ids').where('type', '=', 'people.help.given').execute();
    const before = (await told()).length;
    expect((await mori.web.get(`/desk/consultations/${id}`)).html).not.toContain('/desk/guides/new');
    const closed = await mori.web.post(`/desk/consultations/${id}/closing`, { outcome: 'solved' });
    expect([closed.status, closed.refusals]).toEqual([303, {}]);
    const after = await told();
    expect(after).toHaveLength(before + 1);
    expect(Object.keys(after.at(-1)?.ids as object)).toEqual(['helpKind']);
    expect((await mori.web.get(`/desk/consultations/${id}`)).html).toContain('/desk/guides/new?kind=');
  });

  test('is answered also when it is closed, and not before its day or twice', async () => {
    await given();
    await mori.web.post(`/desk/consultations/${id}/closing`, { outcome: 'solved' });
    const answer = () => asha.web.post(`/consultations/${id}/answers`, { months: '1', answer: 'no' });
    expect((await answer()).status).toBeGreaterThanOrEqual(400);
    later(31);
    expect((await answer()).status).toBe(303);
    expect((await answer()).status).toBeGreaterThanOrEqual(400);
  });
});
