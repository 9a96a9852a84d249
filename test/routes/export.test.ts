import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { withCommonWords } from '../../src/modules/people/record/data-words.ts';
import { exportMessages } from '../../src/modules/people/record/messages.ts';
import { personalDataMaps } from '../../src/modules.ts';
import { LOCALES, type Locale } from '../../src/platform/languages/locales.ts';
import { listRuled } from '../../src/platform/rights/ruled.ts';
import { ask, type Caller, signIn } from '../support/caller.ts';
import { testSeal } from '../support/database.ts';
import { bringPhoto } from '../support/photo.ts';
import { plantWords } from '../support/planting.ts';
import { openProduct } from '../support/product.ts';
import { openAllWords } from '../support/sealed-words.ts';

const product = await openProduct();
const { ids } = product;

async function exportOf(personId: string, caller?: Caller) {
  const answer = await ask(product, caller ?? (await signIn(product, personId)), '/en/me/export');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return { page: text('index.html'), data: JSON.parse(text('data.json')), text: text('data.json'), files };
}

test('holds what somebody wrote, over all programs, to read and for machines', async () => {
  const { page, data, text } = await exportOf(ids.sita);
  const tables = data.own.map(({ table }: { table: string }) => table);
  for (const table of ['people.persons', 'spot.support_requests', 'conversations.messages', 'auth.sessions'])
    expect(tables).toContain(table);
  for (const words of ['sita@otonari.example', 'Thank you, see you there.']) {
    expect(text).toContain(words);
    expect(page).toContain(words);
  }
  expect(page).toContain('<title>Take your data with you</title>');
  expect(page).toContain('width=device-width');
  expect(text).toContain('Asha');
});

test('holds nothing sealed that is not theirs, and no concern about them, not even that there is one', async () => {
  const { text, page } = await exportOf(ids.sita);
  const never = new Set(
    listRuled(personalDataMaps).flatMap(({ table, rule, columns }) =>
      columns.flatMap(({ name, export: out }) =>
        rule.export === 'never' || out === 'never' ? [`${table}.${name}`] : [],
      ),
    ),
  );
  const withheld = (await openAllWords(product.database.db, testSeal)).filter(
    ({ column, text: words }) => never.has(column) && (words?.length ?? 0) > 12,
  );
  expect(withheld.map(({ column }) => column)).toContain('trust.concerns.words');
  for (const { column, text: words } of withheld)
    expect([column, text.includes(words ?? '') || page.includes(words ?? '')]).toEqual([column, false]);
  expect(text).not.toMatch(/concern/i);
});

test('holds nothing of anybody else', async () => {
  const { text } = await exportOf(ids.nobody);
  for (const words of ['sita@otonari.example', 'maya@otonari.example', 'Thank you', 'distance_meters'])
    expect([words, text.includes(words)]).toEqual([words, false]);
});

test('holds what others wrote to them, with the name that they read, and only where they may read it', async () => {
  const sent = 'はじめまして。入口で会いましょう。';
  const { data, page } = await exportOf(ids.sita);
  const received = data.received.filter(({ words }: { words: string }) => words === sent);
  expect(received.map(({ from }: { from: string }) => from)).toContain('Haru');
  expect(page).toContain(sent);
  expect(JSON.stringify(data.received)).not.toMatch(/青木|あおき|Aoki/);
  const strangers = (await exportOf(ids.maya)).data.received;
  expect(strangers).toEqual([]);
});

test('holds the photos, as they were kept', async () => {
  const { id, picture } = await bringPhoto(product, ids.sita);
  const { files } = await exportOf(ids.sita);
  const name = `photos/${id}.${picture.mediaType.split('/')[1]}`;
  expect(Object.keys(files)).toEqual(['index.html', 'data.json', name]);
  expect(Buffer.from(files[name] ?? []).equals(Buffer.from(picture.bytes))).toBe(true);
  expect(Object.keys((await exportOf(ids.maya)).files)).toEqual(['index.html', 'data.json']);
});

test('holds each column that the map grants, and none that it withholds or that is another’s', async () => {
  const granted = new Map(
    listRuled(personalDataMaps)
      .filter(({ rule }) => rule.export === 'row')
      .map(({ table, rule, columns }) => [
        `${table} ${rule.name}`,
        columns.flatMap(({ name, export: out }) => (out === 'never' ? [] : [name])),
      ]),
  );
  const people = [ids.sita, ids.haru, ids.midori, ids.kenji];
  const callers = new Map<string, Caller>();
  for (const id of people) callers.set(id, await signIn(product, id));
  const planted = await plantWords(product.database.ownerUrl, people);
  const seen = new Set<string>();
  for (const [id, caller] of callers) {
    const { data, page } = await exportOf(id, caller);
    for (const { table, name, rows } of data.own) {
      const columns = rows.flatMap((row: object) => Object.keys(row));
      const allowed = granted.get(`${table} ${name}`) ?? [];
      expect([table, [...new Set(columns)].filter((one) => !allowed.includes(one as string))]).toEqual([
        table,
        [],
      ]);
      for (const one of allowed) if (columns.includes(one)) seen.add(`${table}.${one}`);
    }
    const own = JSON.stringify([data.own, data.household, data.record]);
    for (const { table, column, words, of, isTheirs } of planted) {
      const isGranted = isTheirs && of === id;
      expect([table, column, own.includes(words)]).toEqual([table, column, isGranted]);
      if (isGranted) expect([table, column, page.includes(words)]).toEqual([table, column, true]);
    }
  }
  const all = [...granted].flatMap(([name, columns]) => columns.map((one) => `${name.split(' ')[0]}.${one}`));
  expect(all.filter((one) => !seen.has(one))).toEqual([]);
});

/** Numbers for programs, and a span whose two ends are told: `data.json` has them. */
const WITHOUT_WORD = ['author_id', 'period', 'person_id'];

test('calls each column by a word, in every language, and writes days and hours as its reader does', async () => {
  const granted = listRuled(personalDataMaps)
    .filter(({ rule }) => rule.export === 'row')
    .flatMap(({ columns }) => columns.flatMap(({ name, export: out }) => (out === 'never' ? [] : [name])));
  const words = withCommonWords(product.house.modules);
  const wordless = granted.filter((name) => !words.some(({ messages }) => messages.has(`data_${name}`)));
  expect([...new Set(wordless)].sort()).toEqual(WITHOUT_WORD);
  const caller = await signIn(product, ids.maya);
  const pageIn = async (locale: Locale) => {
    const answer = await ask(product, caller, `/${locale}/me/export`);
    return new TextDecoder().decode(unzipSync(new Uint8Array(await answer.arrayBuffer()))['index.html']);
  };
  for (const locale of LOCALES) {
    const page = await pageIn(locale);
    const called = exportMessages.in(locale).plain('data_email');
    expect(page).toContain(`<dt>${called}</dt><dd>maya@otonari.example</dd>`);
    expect(page).not.toMatch(/\d{4}-\d\d-\d\d|<dt>[a-z_]+<|lang="en"><dt/);
  }
  expect(await pageIn('en')).toContain('Tue, Nov 24, 2026, 09:00');
  expect(await pageIn('ja')).toContain('2026年11月24日');
});

test('holds the whole record of who has looked, however long it is', async () => {
  const entries = Array.from({ length: 1_203 }, (_, minute) => ({
    at: product.clock().subtract({ minutes: minute }),
    actor_id: ids.nobody,
    actor_role: 'resident',
    action: 'people.profile.changed',
    subject_id: ids.nobody,
    outcome: 'done',
  }));
  await product.database.db.insertInto('audit.entries').values(entries).execute();
  const { data } = await exportOf(ids.nobody);
  const own = data.record.filter(({ action }: { action: string }) => action === 'people.profile.changed');
  expect(own).toHaveLength(entries.length);
});
