import { expect, test } from 'vitest';
import {
  garbageSource,
  garbageWords,
  publishGarbage,
  writeGarbage,
  writeWindow,
} from '../../../test/support/guides-world.ts';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { ask } from '../../platform/database/questions.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createPerson, dayInJapan } from '../people/index.ts';
import { guidesNews } from './elsewhere/news.ts';
import { writeFact } from './facts/commands.ts';
import { publishGuide, sendBackGuide, submitGuide, writeSource, writeWordsIn } from './guide/commands.ts';
import { guidesModule } from './module.ts';
import { countAnswer } from './store/answers.ts';
import { findFact, listFactsOf } from './store/facts.ts';
import { findGuide, findShown, insertHouseDraft } from './store/guides.ts';
import { waitingGuides } from './store/on-desk.ts';
import type { Grade } from './types.ts';

const house = await testHouse([guidesModule]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [writer, publisher, volunteer] = [await person('小林'), await person('森'), await person('青木')];
const by = { writer: writer.id, publisher: publisher.id, now: clock() };
const coordinator = house.as(actorOf(writer, ['coordinator']));
let count = 0;
const published = (more: Parameters<typeof publishGarbage>[2] = {}) =>
  inTransaction(db, (tx) => publishGarbage(tx, by, { slug: `garbage-${++count}`, ...more }));
const inState = async (guideId: string) => (await findGuide(db, guideId)) ?? expect.fail('the guide is gone');

async function change(guideId: string, grade: Grade | null) {
  const guide = await inState(guideId);
  const source = garbageSource(guide.slug);
  const text = `種類ごとに分けます。${++count}`;
  const steps = source.steps.map((step, at) => ({ ...step, id: guide.stepIds[at] ?? null, text }));
  const on = { guideId, byPersonId: writer.id, now: clock(), source: { ...source, steps }, grade };
  return inTransaction(db, (tx) => writeSource(tx, on));
}

test('nobody publishes what they have submitted themselves, and nothing without Easy Japanese', async () => {
  const [bare, whole] = await inTransaction(db, async (tx) => [
    await writeGarbage(tx, by, { slug: 'only-japanese', locales: [] }),
    await writeGarbage(tx, by, { slug: 'both-japanese', locales: ['ja-easy'] }),
  ]);
  const on = (guideId: string, byPersonId: string) => ({ guideId, byPersonId, now: clock() });
  expect(await inTransaction(db, (tx) => submitGuide(tx, on(bare, by.writer)))).toMatchObject({
    refusal: { code: 'guide_words_are_missing' },
  });
  expect(await inTransaction(db, (tx) => submitGuide(tx, on(whole, by.writer)))).toMatchObject({ ok: true });
  expect(await inTransaction(db, (tx) => publishGuide(tx, on(whole, by.writer)))).toMatchObject({
    refusal: { code: 'somebody_else_publishes_it' },
  });
  expect(await findShown(db, 'both-japanese')).toBeNull();
  await inTransaction(db, (tx) => publishGuide(tx, on(whole, by.publisher)));
  expect((await findShown(db, 'both-japanese'))?.id).toBe(whole);
});

test.each([
  ['typo', null, 'Putting out garbage', false],
  ['helps', 'helps', 'Putting out garbage', false],
  ['changes', 'changes', 'Putting out garbage', true],
  ['dangerous', 'dangerous', 'ごみの出し方', true],
] as const)('a change that is “%s” leaves English %s', async (grade, behind, title, isMarked) => {
  const guideId = await published({ locales: ['ja-easy', 'en'] });
  await change(guideId, grade);
  const guide = await inState(guideId);
  expect(guide.translations.en?.behind ?? null).toBe(behind);
  const answer = await house.as().get(`/guides/${guide.slug}`);
  expect(answer.text).toContain(title);
  expect(answer.text.includes('has changed since') || answer.text.includes('not shown just now')).toBe(
    isMarked,
  );
});

test('who changes the Japanese that others say too says how much, once it is renewed it is not behind', async () => {
  const guideId = await published();
  expect(await change(guideId, null)).toMatchObject({ refusal: { code: 'say_how_much_it_changes' } });
  await change(guideId, 'changes');
  const guide = await inState(guideId);
  const words = garbageWords('en', guide);
  const on = {
    guideId,
    byPersonId: writer.id,
    now: clock(),
    locale: 'en',
    words,
    origin: 'translated',
  } as const;
  await inTransaction(db, (tx) => writeWordsIn(tx, { ...on, isRenewed: false }));
  expect((await inState(guideId)).translations.en?.behind).toBe('changes');
  await inTransaction(db, (tx) => writeWordsIn(tx, { ...on, isRenewed: true }));
  expect((await inState(guideId)).translations.en?.behind).toBeNull();
});

test('a machine that is pasted over a translation leaves what a person wrote, and says where', async () => {
  const guideId = await published({ locales: ['ja-easy', 'en'] });
  const path = `/desk/guides/${guideId}/words/en`;
  const typed = async (more: Record<string, string>) => ({
    ...{ title: 'Garbage', lead: 'In the morning of its day.', isRenewed: 'on', origin: 'machine' },
    ...{
      step1Title: 'Separate',
      step1Text: 'Separate by kind.',
      version: `${(await inState(guideId)).version}`,
    },
    ...more,
  });
  await change(guideId, 'dangerous');
  expect((await coordinator.get(path)).text).toContain('The Japanese says something else here by now.');
  const pasted = await coordinator.post(
    path,
    await typed({ step1Text: 'Divide per category.', costs: 'None.' }),
  );
  expect(pasted.flash).toContain('stayed as they are in 2 fields');
  const { en } = (await inState(guideId)).translations;
  expect(en).toMatchObject({ origin: 'machine', behind: 'dangerous', words: { costs: 'None.' } });
  expect(Object.values(en?.words.steps ?? {})).toEqual([{ title: 'Separate', text: 'Separate by kind.' }]);
  await coordinator.post(path, await typed({ step1Text: 'Separate by kind again.', origin: 'translated' }));
  expect((await inState(guideId)).translations.en?.behind).toBeNull();
});

test('the aid reads a line and a step of Easy Japanese, with all that is typed and nothing kept', async () => {
  const guideId = await published({ locales: ['ja-easy'] });
  const path = `/desk/guides/${guideId}/words/ja-easy`;
  const before = await inState(guideId);
  const typed = {
    ...{
      version: `${before.version}`,
      origin: 'written',
      title: 'ごみを出す日',
      lead: '書類を提出してください。',
    },
    ...{ step1Title: 'わける', step1Text: 'わけます。' },
  };
  const looked = await coordinator.post(path, { ...typed, aid: 'check lead' });
  expect(looked.status).toBe(200);
  expect(looked.text).toContain('出してください');
  const read = await coordinator.post(path, { ...typed, aid: 'readings title' });
  expect(read.html).toContain('value="ごみを出《だ》す日《ひ》"');
  expect(read.html).toContain('書類を提出してください。');
  expect((await inState(guideId)).version).toBe(before.version);
  const source = await coordinator.get(`/desk/guides/${guideId}/words`);
  expect(source.html).toContain('data-aid="step1Text"');
  expect((await coordinator.get(`/desk/guides/${guideId}/words/en`)).html).not.toContain('data-aid');
});

test('a coordinator writes at the form; what is wrong stands beside its field and nothing is lost', async () => {
  const typed = {
    slug: 'Not An Address',
    ...{ category: 'admin', municipalityCode: '13107', title: '転入届', lead: '14日以内に出します。' },
    ...{ heard: '転入届 = notice', step1Title: '行く', step1Text: '役所に行きます。' },
  };
  const refused = await coordinator.post('/desk/guides/new', typed);
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.refusals).sort()).toEqual(['heard', 'slug']);
  expect(refused.html).toContain('14日以内に出します。');
  const right = { ...typed, slug: 'moving', heard: '転入届《てんにゅうとどけ》 = notice' };
  const saved = await coordinator.post('/desk/guides/new', right);
  const guide = await findGuide(db, saved.location?.split('/').at(-1) ?? '');
  expect(guide).toMatchObject({ slug: 'moving', state: 'draft', municipalityCode: '13107' });
  expect(guide?.stepIds).toHaveLength(1);
  const easy = {
    version: `${guide?.version}`,
    origin: 'written',
    title: '転入届',
    lead: 'はい',
    isRenewed: 'on',
  };
  const bare = await coordinator.post(`/desk/guides/${guide?.id}/words/ja-easy`, easy);
  expect(bare.refusals).toHaveProperty('title');
  const taken = await coordinator.post('/desk/guides/new', right);
  expect(taken.refusals).toHaveProperty('slug');
});

test('steps keep their ids when one is moved, and with them their facts', async () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { now: clock(), nextCheckOn: today }));
  const guideId = await published({ factIds: [factId], locales: ['ja-easy'] });
  const guide = await inState(guideId);
  const typed = {
    ...{
      slug: guide.slug,
      category: 'housing',
      title: 'ごみの出し方',
      lead: '朝に出します。',
      grade: 'helps',
    },
    ...{ step1Title: '分ける', step1Text: '分けます。', step1Facts: factId, step1Place: '2' },
    ...{ step2Title: '調べる', step2Text: '表を見ます。', version: `${guide.version}` },
  };
  // The new step has no words in Easy Japanese yet: that language is behind, and says what it said.
  const saved = await coordinator.post(`/desk/guides/${guideId}/words`, typed);
  expect(saved.refusals).toEqual({});
  const after = await inState(guideId);
  expect(after.stepIds[1]).toBe(guide.stepIds[0]);
  expect((await house.as(undefined, 'ja').get(`/guides/${guide.slug}`)).text).toMatch(
    /調べる.*分ける.*1階 2番/,
  );
  const old = await coordinator.post(`/desk/guides/${guideId}/words`, typed);
  expect(old.text).toContain('meanwhile');
});

test('yes and no of a step are counted, and nothing of whoever said so', async () => {
  const guideId = await published();
  const { slug, stepIds } = await inState(guideId);
  const path = `/guides/${slug}/steps/1/answers`;
  await house.as(actorOf(volunteer, ['volunteer'])).post(path, { said: 'wrong' });
  expect((await house.as().post(path, { said: 'right' })).location).toBe(`/guides/${slug}#step-1`);
  // Pressed again, it is thanked for and counted once.
  expect((await house.as().post(path, { said: 'wrong' })).location).toBe(`/guides/${slug}#step-1`);
  expect((await house.as().post(path, { said: 'perhaps' })).status).toBe(422);
  expect((await house.as().post(`/guides/${slug}/steps/9/answers`, { said: 'right' })).status).toBe(404);
  const rows = await db
    .selectFrom('guides.answers')
    .selectAll()
    .where('step_id', '=', stepIds[0] ?? '')
    .execute();
  expect(rows).toMatchObject([{ right_count: 1, wrong_count: 1, seen_count: 0 }]);
  expect((await coordinator.post(path, { said: 'wrong' })).location).toBe(
    `/desk/guides/${guideId}/words#step1Title`,
  );
  await coordinator.post(`/desk/guides/${guideId}/look`, { version: '0' });
});

test('help that was given begins one draft for its kind and place, which says nothing else', async () => {
  const about = { slug: 'lifeline-13107-draft', category: 'lifeline', municipalityCode: '13107' } as const;
  await Promise.all([1, 2, 3].map(() => inTransaction(db, (tx) => insertHouseDraft(tx, about, clock()))));
  const drafts = await db
    .selectFrom('guides.guides')
    .selectAll()
    .where('category', '=', 'lifeline')
    .execute();
  expect(drafts).toMatchObject([{ state: 'draft', begun_by: null }]);
  const words = await db
    .selectFrom('guides.words')
    .select('locale')
    .where('guide_id', '=', drafts[0]?.id ?? '')
    .execute();
  expect(words).toEqual([]);
  expect((await coordinator.get(`/desk/guides/${drafts[0]?.id}`)).text).toContain('Begun by the house');
});

test('a list narrowed down by what there is none of says what to do next', async () => {
  expect((await house.as().get('/guides?q=nothing-at-all')).text).toContain('Nothing was found');
  expect((await house.as().get('/guides?kind=odd&ward=99999&after=1')).status).toBe(200);
});

test('a step that a language lacks yet is read in Japanese, and a fact that it says by half too', async () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const factId = await inTransaction(db, async (tx) => {
    const id = await writeWindow(tx, { now: clock(), nextCheckOn: today });
    const fact = (await findFact(tx, id)) ?? expect.fail('the fact is gone');
    const half = { ...fact.texts, en: { name: 'Family register', value: '' } };
    await writeFact(tx, { factId: id, byPersonId: writer.id, now: clock(), fact: { ...fact, texts: half } });
    return id;
  });
  const guideId = await published({ locales: ['ja-easy', 'en'], factIds: [factId] });
  const { slug, stepIds, version } = await inState(guideId);
  const source = garbageSource(slug, [factId]);
  const steps = [
    ...source.steps.map((step) => ({ ...step, id: stepIds[0] ?? null })),
    { id: null, title: '洗う', text: '水で洗います。', factIds: [] },
  ];
  const on = { guideId, byPersonId: writer.id, now: clock(), version, grade: 'helps' as const };
  await inTransaction(db, (tx) => writeSource(tx, { ...on, source: { ...source, steps } }));
  const answer = await house.as().get(`/guides/${slug}`);
  expect(answer.text).toContain('Separate by kind.');
  expect(answer.html).toContain('<span lang="ja">洗う</span>');
  expect(answer.text).toContain('1階 2番');
});

test('a guide keeps the facts that it names, each once, wherever they are of and however many there are', async () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const window = { now: clock(), nextCheckOn: today };
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { ...window, municipalityCode: '13123' }));
  const guideId = await published({ factIds: [factId], locales: ['ja-easy'] });
  await inTransaction(db, async (tx) => {
    for (let more = 0; more < 45; more++) await writeWindow(tx, { ...window, municipalityCode: null });
  });
  const later = { ...window, now: clock().add({ minutes: 1 }) };
  const latest = await inTransaction(db, (tx) => writeWindow(tx, { ...later, municipalityCode: null }));
  const { html } = await coordinator.get(`/desk/guides/${guideId}/words`);
  expect(html).toContain(`value="${factId}"`);
  expect(html).toContain(`value="${latest}"`);
  const { slug, stepIds } = await inState(guideId);
  const source = garbageSource(slug, [latest, factId, latest, crypto.randomUUID()]);
  const steps = source.steps.map((step, at) => ({ ...step, id: stepIds[at] ?? null }));
  const on = { guideId, byPersonId: writer.id, now: clock(), grade: null };
  await inTransaction(db, (tx) => writeSource(tx, { ...on, source: { ...source, steps } }));
  const named = (await listFactsOf(db, guideId)).get(stepIds[0] ?? '')?.map(({ id }) => id);
  expect(named).toEqual([latest, factId]);
});

test('whoever publishes a guide sees all that it says, also what is held back from its readers', async () => {
  const guideId = await published({ locales: ['ja-easy', 'en'] });
  await change(guideId, 'dangerous');
  const { text } = await coordinator.get(`/desk/guides/${guideId}`);
  expect(text).toContain('Putting out garbage');
  expect(text).toContain('びんや缶');
});

test('what waits for a coordinator has waited since it waits, not since it was written', async () => {
  const later = clock().add({ hours: 90 * 24 });
  const waiting = () => ask(db, waitingGuides(null, { now: later, today: dayInJapan(later) }));
  const guideId = await published({ locales: ['ja-easy', 'en'] });
  const { slug, stepIds } = await inState(guideId);
  const source = garbageSource(slug);
  const steps = source.steps.map((step, at) => ({ ...step, id: stepIds[at] ?? null, text: '危険です。' }));
  const on = { guideId, byPersonId: by.writer, now: later };
  await inTransaction(db, (tx) =>
    writeSource(tx, { ...on, source: { ...source, steps }, grade: 'dangerous' }),
  );
  const draft = await inTransaction(db, (tx) =>
    writeGarbage(tx, by, { slug: 'waits', locales: ['ja-easy'] }),
  );
  await inTransaction(db, (tx) => submitGuide(tx, { ...on, guideId: draft }));
  const rows = (await waiting()).filter(({ id }) => id === guideId || id === draft);
  expect(rows.map(({ kind, count }) => [kind, count]).sort()).toEqual([
    ['guide_harms', 2],
    ['guide_review', 0],
  ]);
  expect(rows.map(({ since }) => since.toString())).toEqual([later.toString(), later.toString()]);
});

test('what readers said a long time ago is seen and put away like the rest', async () => {
  const guideId = await published();
  const { stepIds, version } = await inState(guideId);
  const month = Temporal.PlainDate.from('2025-03-01');
  const said = { said: 'wrong', month } as const;
  await inTransaction(db, async (tx) => {
    for (const stepId of [stepIds[0] ?? '', stepIds[0] ?? '']) await countAnswer(tx, stepId, said);
  });
  const look = `/desk/guides/${guideId}/look`;
  expect((await coordinator.get(`/desk/guides/${guideId}`)).html).toContain(look);
  await coordinator.post(look, { version: `${version}` });
  expect((await coordinator.get(`/desk/guides/${guideId}`)).html).not.toContain(look);
});

test('a guide that is sent back comes back to whoever submitted it', async () => {
  const guideId = await inTransaction(db, (tx) =>
    writeGarbage(tx, by, { slug: 'comes-back', locales: ['ja-easy'] }),
  );
  const on = (byPersonId: string) => ({ guideId, byPersonId, now: clock() });
  await inTransaction(db, (tx) => submitGuide(tx, on(by.publisher)));
  await inTransaction(db, (tx) => sendBackGuide(tx, on(by.writer)));
  const kind = guidesNews.find((one) => one.kind.endsWith('desk_guide_came_back'));
  const told = { db, ids: { guideId, byPersonId: by.writer }, now: clock() };
  expect(await kind?.whom(told as never)).toEqual([by.publisher]);
});
