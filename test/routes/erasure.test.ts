import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createPerson } from '../../src/modules/people/index.ts';
import { askToLeave, stayAfterAll } from '../../src/modules/people/leaving/commands.ts';
import { lockPerson } from '../../src/modules/people/persons/store.ts';
import { personalDataMaps } from '../../src/modules.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { keepFile } from '../../src/platform/files/files.ts';
import { enqueueMail } from '../../src/platform/mail/send-mail.ts';
import { erase } from '../../src/platform/rights/erase.ts';
import { ask, press, signIn } from '../support/caller.ts';
import { runAs } from '../support/clusters.ts';
import { testSeal } from '../support/database.ts';
import { openProduct } from '../support/product.ts';
import { jobContext, runJobs, runTask } from '../support/run-jobs.ts';
import { listSamples, openAllWords, tablesTelling } from '../support/sealed-words.ts';
import { until } from '../support/until.ts';
import { PEOPLE } from '../support/world.ts';

const product = await openProduct();
const { database, clock, ids } = product;
const { db } = database;
const context = jobContext(product);

/** Words of Sita's that nobody else in the small world has, some in the open and some sealed. */
const HERS = ['Sita', PEOPLE.sita, 'Asha', '+81-90-0000-7431', 'sita-on-line'];
await db
  .updateTable('people.persons')
  .set({ phone: '+81-90-0000-7431' })
  .where('id', '=', ids.sita)
  .execute();
await db
  .insertInto('people.contact_channels')
  .values({ person_id: ids.sita, channel: 'line', address: 'sita-on-line' })
  .execute();

const photo = {
  bytes: Buffer.from('a letter'),
  mediaType: 'image/webp',
  width: 1,
  height: 1,
  sha256: 'x',
} as const;
await inTransaction(db, (tx) =>
  keepFile(tx, product.files, { picture: photo, ownerId: ids.sita, kind: 'spot.photo', now: clock() }),
);
const bytesKept = async () => (await Array.fromAsync(product.files.store.list())).flat().length;

const statesOf = (personId: string) =>
  db.selectFrom('spot.support_requests').select('state').where('requester_id', '=', personId).execute();

/** How many mails have told Sita how to take it back. */
async function waysBackMailed(): Promise<number> {
  const mails = await db
    .selectFrom('platform.development_mail')
    .select('body')
    .where('recipient', '=', PEOPLE.sita)
    .execute();
  return mails.filter(({ body }) => body.includes('/me/leaving')).length;
}

/** How many lines of Sita's inbox say that it was asked for. */
async function toldOfLeaving(): Promise<number> {
  const lines = await db
    .selectFrom('notifications.notifications')
    .select('id')
    .where('person_id', '=', ids.sita)
    .where('kind', '=', 'leaving_asked')
    .where('channel', '=', 'inbox')
    .execute();
  return lines.length;
}

async function passHours(hours: number): Promise<void> {
  clock.advance({ hours });
  await runTask(product, 'people-erase-leavers', context);
  await runJobs(product, context);
}

describe('somebody who leaves', () => {
  test('ends what lies ahead at once, and can take it back for a week', async () => {
    const sita = await signIn(product, ids.sita);
    expect(await (await ask(product, sita, '/en/me/leaving')).text()).toContain(
      'Leave and have my data deleted',
    );
    const wrong = await press(product, sita, '/en/me/leaving', { confirmation: 'somebody@example.org' });
    expect(wrong.status).toBe(422);
    const long = clock().subtract({ minutes: 11 });
    const begun = db.updateTable('auth.sessions').where('person_id', '=', ids.sita);
    await begun.set({ means: 'code', strong_at: null, created_at: long }).execute();
    const stopped = await press(product, sita, '/en/me/leaving', { confirmation: PEOPLE.sita });
    expect(stopped.headers.get('location')).toMatch(/^\/en\/sign-in\?back=%2Fkept-forms%2F.+&again=1$/);
    await begun.set({ created_at: clock() }).execute();
    const right = await press(product, sita, '/en/me/leaving', { confirmation: PEOPLE.sita });
    expect(right.status).toBe(303);
    await runJobs(product, context);
    const under = (await statesOf(ids.sita)).map(({ state }) => state);
    expect(under.filter((state) => ['submitted', 'open', 'accepted', 'confirmed'].includes(state))).toEqual(
      [],
    );
    expect([await toldOfLeaving(), await waysBackMailed()]).toEqual([1, 1]);
    await passHours(24 * 6);
    expect((await press(product, sita, '/en/me/leaving/withdrawal', {})).status).toBe(303);
    await passHours(48);
    await passHours(2);
    expect(await tablesTelling(database.ownerUrl, 'sita-on-line')).toEqual(['people.contact_channels']);
    expect(await bytesKept()).toBe(1);
  });

  test('is gone after it, with the child nobody else looks after, but for what the rules keep', async () => {
    const staff = await signIn(product, ids.administrator);
    const path = `/en/people/${ids.sita}/leaving`;
    const unproved = await press(product, staff, path, { confirmation: PEOPLE.sita });
    expect(unproved.status).toBe(422);
    const asked = { confirmation: PEOPLE.sita, identity_check: 'called_back' };
    expect((await press(product, staff, path, asked)).status).toBe(303);
    await runJobs(product, context);
    expect(await toldOfLeaving()).toBe(2);
    await runAs(database.ownerUrl, 'analyze');
    await passHours(24 * 7);
    await passHours(2);
    for (const words of HERS)
      expect([words, await tablesTelling(database.ownerUrl, words)]).toEqual([words, []]);
    const samples = await listSamples(database.ownerUrl);
    expect(samples.length).toBeGreaterThan(50);
    expect(samples.filter(({ samples }) => HERS.some((words) => samples.includes(words)))).toEqual([]);
    expect(await bytesKept()).toBe(0);
    const { rows } = await sql<{ words: number }>`select count(*)::int as words from spot.support_requests
      where requester_id = ${ids.sita}::uuid and (own_words <> '' or japanese_words is not null or exact_address is not null)`.execute(
      db,
    );
    expect(rows).toEqual([{ words: 0 }]);
    const opened = await openAllWords(db, testSeal);
    const kept = opened.filter(
      ({ text }) => text?.includes('Thank you so much!') || text?.includes('see you there'),
    );
    expect(kept).toEqual([]);
    // The concern about her stays, by its own rule; nobody learns from the erasure that it was there.
    expect(opened.map(({ column }) => column)).toContain('trust.concerns.words');
    expect(
      await db.selectFrom('auth.sessions').select('id').where('person_id', '=', ids.sita).execute(),
    ).toEqual([]);
  });

  test('leaves a receipt without personal data, which nobody can change', async () => {
    const receipts = await db.selectFrom('platform.erasures').selectAll().execute();
    expect(receipts.map(({ person_id }) => person_id)).toContain(ids.sita);
    expect(receipts).toHaveLength(2);
    await expect(db.deleteFrom('platform.erasures' as never).execute()).rejects.toThrow(/permission denied/);
  });

  test('is “somebody who has left” for whom they met, and no page breaks over it', async () => {
    const coordinator = await signIn(product, ids.coordinator);
    for (const path of ['/en/desk', '/en/conversations', `/en/people/${ids.sita}`]) {
      expect([path, (await ask(product, coordinator, path)).status]).toEqual([
        path,
        path.includes(ids.sita) ? 404 : 200,
      ]);
    }
    const requests = await db
      .selectFrom('spot.support_requests')
      .select('id')
      .where('requester_id', '=', ids.sita)
      .execute();
    for (const { id } of requests) {
      const answer = await ask(product, coordinator, `/en/desk/requests/${id}`);
      expect([id, answer.status < 500]).toEqual([id, true]);
    }
    for (const name of ['haru', 'midori', 'kenji'] as const) {
      const volunteer = await signIn(product, ids[name]);
      for (const path of ['/en/me', '/en/conversations', '/en/spot/visits'])
        expect([name, path, (await ask(product, volunteer, path)).status < 500]).toEqual([name, path, true]);
    }
  });

  test('who holds an office hands it over first', async () => {
    const coordinator = await signIn(product, ids.coordinator);
    const answer = await press(product, coordinator, '/en/me/leaving', { confirmation: PEOPLE.coordinator });
    expect(answer.status).toBe(422);
  });
});

describe('whose profile nothing keeps any more', () => {
  /** Nobody has heard of them for years, but for what the world begins with. */
  const longGone = (email: string) =>
    inTransaction(db, async (tx) => {
      const then = clock().subtract({ hours: 24 * 366 * 4 });
      return (await createPerson(tx, { name: 'Long Gone', email, roles: [], now: then })).id;
    });
  const erasedAt = async (id: string) =>
    (await db.selectFrom('people.persons').select('erased_at').where('id', '=', id).executeTakeFirstOrThrow())
      .erased_at;

  test('is erased by the program; who signs in within the hour before stays', async () => {
    const [gone, back] = [await longGone('gone@example.org'), await longGone('back@example.org')];
    await passHours(1);
    expect((await db.selectFrom('people.leavings').select('person_id').execute()).length).toBe(2);
    await signIn(product, back);
    await passHours(2);
    expect([await erasedAt(gone), await erasedAt(back)]).toEqual([clock(), null]);
    expect(await db.selectFrom('people.leavings').select('person_id').execute()).toEqual([]);
  });
});

/** Somebody whom a test alone knows. */
const newcomer = (email: string) =>
  inTransaction(db, async (tx) => {
    const { id } = await createPerson(tx, { name: 'Nobody Else', email, roles: [], now: clock() });
    return id;
  });

test('what was being written at the moment of erasure goes an hour later', async () => {
  const id = await newcomer('late@example.org');
  const now = clock();
  await inTransaction(db, (tx) => erase(tx, personalDataMaps, { personId: id, askedAt: now, now }));
  await db.updateTable('people.persons').set({ name: 'Written Late' }).where('id', '=', id).execute();
  await db
    .insertInto('people.contact_channels')
    .values({ person_id: id, channel: 'line', address: 'late-on-line' })
    .execute();
  await passHours(1);
  for (const words of ['Written Late', 'late-on-line'])
    expect([words, await tablesTelling(database.ownerUrl, words)]).toEqual([words, []]);
  await passHours(1);
  const receipts = db.selectFrom('platform.erasures').select('person_id').where('person_id', '=', id);
  expect(await receipts.execute()).toHaveLength(2);
});

test('nobody is told that they stay while they are being erased', async () => {
  const id = await newcomer('both@example.org');
  const now = clock();
  const by = { personId: id, role: 'person' } as const;
  await inTransaction(db, (tx) => askToLeave(tx, { personId: id, by, identityCheck: null, now }));
  const { staying } = await db.transaction().execute(async (erasing) => {
    await lockPerson(erasing, id);
    let isSettled = false;
    const answer = inTransaction(db, (tx) => stayAfterAll(tx, { personId: id, by, now })).finally(() => {
      isSettled = true;
    });
    await until(async () => isSettled || (await waitsForALock()));
    await erase(erasing, personalDataMaps, { personId: id, askedAt: now, now });
    return { staying: answer };
  });
  expect(await staying).toMatchObject({ ok: false, refusal: { code: 'is_not_leaving' } });
});

async function waitsForALock(): Promise<boolean> {
  return (await sql`select from pg_locks where not granted`.execute(db)).rows.length > 0;
}

test('a mail that is on its way at the moment of erasure leaves nothing behind and is not tried again', async () => {
  const now = clock();
  const id = await newcomer('way@example.org');
  const mail = { key: 'way:1', to: 'way@example.org', subject: 'Hello', text: 'for you only' };
  await inTransaction(db, (tx) => enqueueMail(tx, mail));
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker', attempts = 1
    where payload::text like '%way@example.org%'`.execute(db);
  await inTransaction(db, (tx) => erase(tx, personalDataMaps, { personId: id, askedAt: now, now }));
  for (const words of ['way@example.org', 'for you only'])
    expect([words, await tablesTelling(database.ownerUrl, words)]).toEqual([words, []]);
  const { rows } = await sql<{ isOver: boolean }>`select attempts >= max_attempts as "isOver"
    from graphile_worker._private_jobs where locked_by = 'a worker'`.execute(db);
  expect(rows).toEqual([{ isOver: true }]);
});

test('a rule that is left out is noticed: what it would erase is still told', async () => {
  const without = personalDataMaps.map((map) =>
    Object.fromEntries(Object.entries(map).filter(([table]) => table !== 'people.contact_channels')),
  );
  await db
    .insertInto('people.contact_channels')
    .values({ person_id: ids.maya, channel: 'line', address: 'maya-on-line' })
    .execute();
  const now = clock();
  await inTransaction(db, (tx) => erase(tx, without, { personId: ids.maya, askedAt: now, now }));
  expect(await tablesTelling(database.ownerUrl, 'maya-on-line')).toEqual(['people.contact_channels']);
});
