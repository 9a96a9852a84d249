import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { LOCALES } from '../../platform/languages/locales.ts';
import { insertException, insertPause } from './availability/store.ts';
import { addMember } from './household/commands.ts';
import { peopleModule } from './module.ts';
import { createPerson, registerPerson } from './persons/commands.ts';
import { listRoles } from './roles/store.ts';
import { peopleRoutes } from './routes.ts';

const house = await testHouse([peopleModule()]);
const now = house.clock();
const day = Temporal.PlainDate.from('2026-12-01');

const aya = await inTransaction(house.db, async (tx) => {
  const made = await createPerson(tx, {
    name: 'Aya',
    kana: 'アヤ',
    email: 'aya@example.org',
    phone: '090-1234-5678',
    birthYear: 1984,
    municipalityCode: '13107',
    town: '吾妻橋一丁目',
    about: 'お茶が好きです。',
    now,
    roles: ['volunteer', 'coordinator', 'administrator'],
    languages: [{ language: 'ne', speak: 2, read: 1, write: 0, phone: 3 }],
    weekly: [{ weekday: 6, startMinute: 600, endMinute: 720 }],
  });
  for (const name of ['蓮', '葵']) {
    await addMember(tx, made, { member: { name, relation: 'child', born: { year: 2020, month: 2 } }, now });
  }
  for (const isAvailable of [true, false]) {
    await insertException(tx, made.id, { onDay: day, startMinute: 600, endMinute: 660, isAvailable });
  }
  await insertPause(tx, made.id, { fromOn: day, untilOn: day.add({ days: 3 }) });
  await insertPause(tx, made.id, { fromOn: day.add({ days: 9 }), untilOn: null });
  return made;
});
const newcomer = await inTransaction(house.db, (tx) =>
  registerPerson(tx, { email: 'new@example.org', locale: 'en', now }),
);
const onThePhone = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: 'Tham', locale: 'en', now, roles: ['resident'] }),
);
const [role] = (await listRoles(house.db, aya.id)).filter((held) => held.role === 'coordinator');

const pages = peopleRoutes({})
  .filter(({ method, path }) => method === 'GET' && path !== '/me/export')
  .map(({ path }) => path.replace(':roleId', role?.id ?? ''))
  .map((path) => path.replace(':id', path.endsWith('/address') ? onThePhone.id : aya.id));

describe.each(LOCALES)('every page in %s', (locale) => {
  it.each(pages)('%s has one headline, a label for every field and no id twice', async (path) => {
    const who =
      path === '/welcome'
        ? actorOf(newcomer, [])
        : actorOf(aya, ['volunteer', 'coordinator', 'administrator']);
    const staffLocale = locale === 'en' || locale === 'zh-Hans' ? 'en' : 'ja';
    const answer = await house.as(who, path.startsWith('/people') ? staffLocale : locale).get(path);
    expect(answer.status).toBe(200);
    expect(answer.html.match(/<h1/g)).toHaveLength(1);
    const ids = [...answer.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const labeled = new Set([...answer.html.matchAll(/ for="([^"]+)"/g)].map(([, id]) => id));
    const fields = [...answer.html.matchAll(/(?:<label>)?<(?:input|select|textarea)\b[^>]*>/g)].map(
      ([tag]) => tag,
    );
    const unlabeled = fields.filter(
      (tag) =>
        !/^<label>|type="hidden"|aria-label=/.test(tag) && !labeled.has(/ id="([^"]+)"/.exec(tag)?.[1]),
    );
    expect(unlabeled).toEqual([]);
  });
});
