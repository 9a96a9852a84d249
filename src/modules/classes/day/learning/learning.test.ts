import { expect, test } from 'vitest';
import { childOf, classOf, seatOf } from '../../../../../test/support/class-day.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { forget } from '../../../../platform/rights/forget.ts';
import { createPerson } from '../../../people/index.ts';
import { classesModule } from '../../module.ts';
import { personalData } from '../../personal-data.ts';
import { dayDataOf } from '../data-of.ts';
import { sayCode } from '../door/rules/code-words.ts';
import { listCodes } from '../store/door.ts';
import { listCanDo } from '../store/learning.ts';
import { schoolPaper } from './school-paper.ts';

const house = await testHouse([classesModule(CLASSES)], '2026-12-05T11:30:00+09:00');
const { db, clock } = house;
const now = clock();
const before = now.subtract({ hours: 48 });
const person = (name: string, roles: readonly ('coordinator' | 'volunteer' | 'resident')[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: before, roles: [...roles] }));
const [sato, mori, ueda] = [
  await person('Sato', ['coordinator']),
  await person('Mori', ['volunteer']),
  await person('Ueda', ['volunteer']),
];
const [sita, lin] = [await person('Sita', ['resident']), await person('Lin', ['resident'])];
const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const sessionId = await classOf(db, {
  ...{ tutorIds: [mori.id, ueda.id], byId: sato.id },
  ...{ startsAt, now: before },
});
const { childId } = await childOf(db, { name: 'アシャ', guardianId: sita.id, now: before });
await seatOf(db, { sessionId, childId, now: before });
const at = `/classes/sessions/${sessionId}/records/${childId}`;
const learning = `/children/${childId}/learning`;
const tutor = house.as(actorOf(mori, ['volunteer']), 'en');
const family = (locale: Locale = 'en') => house.as(actorOf(sita, ['resident']), locale);
const record = {
  ...{ activities: ['songs', 'karuta'], phrases: ['sang', 'needs_time'], said: 'ぞうの絵が好きです。' },
  ...{ hiragana: ['hiragana_a', 'hiragana_ka'], beyond: 'words' },
};

test('1 a tutor writes what a child did, and the family reads it word for word in its language', async () => {
  expect((await tutor.get(at)).html).not.toContain('checked');
  expect((await tutor.post(at, record)).location).toBe(`/classes/sessions/${sessionId}/day#child-${childId}`);
  for (const [locale, phrase] of [
    ['en', 'Needs a little more time for this. That is fine.'],
    ['zh-Hans', '这方面还需要一点时间，没关系。'],
    ['ja', 'もう少し時間が必要です。'],
    ['ja-easy', 'が いります。'],
  ] as const) {
    const { text } = await family(locale).get(learning);
    expect(text, locale).toContain(phrase);
    expect(text, locale).toContain('ぞうの絵が好きです。');
  }
  const { text, html } = await family().get(learning);
  expect(text).toContain('In the tutor’s own words, not translated');
  expect(html.match(/<ellipse data-reached="true"/g)).toHaveLength(3);
  expect(text).toMatch(/かきくけこ since Sat, Dec 5, 2026/);
});

test('2 what is known stays with its day, what was a mistake is taken out', async () => {
  clock.advance({ hours: 2 });
  const drawn = /name="drawn" value="([^"]*)"/.exec((await tutor.get(at)).html)?.[1] ?? '';
  expect(drawn.split(' ').toSorted()).toEqual(['hiragana_a', 'hiragana_ka', 'words']);
  await tutor.post(at, { ...record, hiragana: ['hiragana_ka', 'hiragana_sa'], drawn });
  expect((await listCanDo(db, childId)).map(({ step }) => step).toSorted()).toEqual([
    ...['hiragana_ka', 'hiragana_sa', 'words'],
  ]);
  const { html } = await tutor.get(at);
  expect(html).toMatch(/value="hiragana_sa"[^>]* checked/);
  expect(html).not.toMatch(/value="hiragana_a"[^>]* checked/);
  clock.set(now);
});

test('two tutors write of one child: neither takes out what the other has seen, nor writes over it unread', async () => {
  const second = house.as(actorOf(ueda, ['volunteer']), 'en');
  const field = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const formOf = async (who: typeof tutor) => {
    const { html } = await who.get(at);
    return { drawn: field(html, 'drawn'), seenAt: field(html, 'seenAt') };
  };
  const [hers, his] = [await formOf(second), await formOf(tutor)];
  clock.advance({ minutes: 5 });
  const seen = ['hiragana_ka', 'hiragana_sa'];
  await tutor.post(at, { ...record, ...his, hiragana: [...seen, 'hiragana_ta'] });
  const late = { ...record, ...hers, said: '歌が上手です。', hiragana: [...seen, 'hiragana_na'] };
  const refused = await second.post(at, late);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Somebody else has written about this child in the meantime.');
  expect(refused.text).toContain('ぞうの絵が好きです。');
  expect(refused.html).toContain('歌が上手です。');
  const again = { ...late, drawn: field(refused.html, 'drawn'), seenAt: field(refused.html, 'seenAt') };
  expect((await second.post(at, again)).status).toBe(303);
  expect((await listCanDo(db, childId)).map(({ step }) => step).toSorted()).toEqual([
    ...['hiragana_ka', 'hiragana_na', 'hiragana_sa', 'hiragana_ta', 'words'],
  ]);
  // At once: both are kept in turn, none is lost and nobody sees a fault.
  const both = await Promise.all([tutor.post(at, { ...record, ...again }), second.post(at, again)]);
  expect(both.every(({ status }) => status === 303 || status === 422)).toBe(true);
  await tutor.post(at, { ...record, ...(await formOf(tutor)), hiragana: seen });
  clock.set(now);
});

test('3 the family has the words for the door, and nobody else’s family has anything', async () => {
  const code = (await listCodes(db, sessionId)).get(childId) ?? expect.fail();
  expect((await family('zh-Hans').get(learning)).text).toContain(sayCode(code, 'zh-Hans'));
  for (const who of [lin, mori, ueda]) {
    const stranger = house.as(actorOf(who, ['volunteer']));
    expect((await stranger.get(learning)).status).toBe(404);
    expect((await stranger.get(`${learning}/school.pdf`)).status).toBe(404);
  }
  expect((await family().get(at)).status).toBe(404);
});

test('4 the paper for the school says what the child can do, and no free words', async () => {
  const file = await family('zh-Hans').get(`${learning}/school.pdf`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const paper = schoolPaper({ name: 'アシャ', school: '' }, await listCanDo(db, childId), {
    ...{ organization: { name: 'おとなり', nameInEnglish: 'Otonari' } as never, came: 3, now },
  });
  const said = JSON.stringify(paper);
  expect(said).toContain('さしすせそ');
  expect(said).toContain('2026年12月5日');
  expect(said).not.toContain('ぞうの絵');
});

test('5 nothing is written of a child of another day, nor when the week is over', async () => {
  const { childId: other } = await childOf(db, { name: 'Ren', guardianId: lin.id, now: before });
  expect((await tutor.get(`/classes/sessions/${sessionId}/records/${other}`)).status).toBe(404);
  clock.advance({ hours: 24 * 8 });
  expect((await tutor.post(at, record)).status).not.toBe(303);
  clock.set(now);
});

test('6 a guardian is given it, whoever has the database reads no word, and a year after the child it is gone', async () => {
  const given = await dayDataOf(db, { id: sita.id, locale: 'en' });
  expect(JSON.stringify(given)).toContain('ぞうの絵が好きです。');
  expect((await dayDataOf(db, { id: lin.id, locale: 'en' }))['class_days']).toEqual([]);
  expect(JSON.stringify(await db.selectFrom('classes.records').selectAll().execute())).not.toContain('ぞう');
  await db.updateTable('classes.children').set({ left_at: now }).where('id', '=', childId).execute();
  const left = async () =>
    (await db.selectFrom('classes.records').select('id').execute()).length +
    (await db.selectFrom('classes.can_do').select('step').execute()).length +
    (await db.selectFrom('classes.handover_codes').select('child_id').execute()).length;
  expect(await left()).toBeGreaterThan(3);
  await forget(db, [personalData], now.add({ hours: 24 * 364 }));
  expect(await left()).toBeGreaterThan(3);
  await forget(db, [personalData], now.add({ hours: 24 * 367 }));
  expect(await left()).toBe(0);
});
