import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { actorOf, type Fields, testHouse } from '../../../../test/support/house.ts';
import { askInConversation } from '../../../pages/request-conversation.tsx';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { createPerson, registerPerson } from '../../people/index.ts';
import { spotModule } from '../module.ts';
import { findDraft } from '../store/drafts.ts';
import { listRequestsOfRequester } from '../store/lists/of-requester.ts';
import { findRequest } from '../store/requests.ts';

const files = { directory: mkdtempSync(join(tmpdir(), 'otonari-photos-')) };
const house = await testHouse([spotModule({ files, publicUrl: undefined, askInConversation })]);
const now = house.clock();

/** Every test has a resident of its own, so that drafts and requests don't meet. */
async function resident(name = 'Sita') {
  const person = await inTransaction(house.db, (tx) =>
    createPerson(tx, {
      name,
      now,
      roles: ['resident'],
      municipalityCode: '13107',
      town: '吾妻橋一丁目',
      japaneseSpeaking: 'a2',
      languages: [{ language: 'ne', speak: 3, read: 3, write: 3, phone: 3 }],
    }),
  );
  return { id: person.id, web: house.as(actorOf(person)), in: house.as.bind(null, actorOf(person)) };
}

const good: Fields = {
  category: 'admin',
  ownWords: 'I need help with a form at the ward office.',
  neededTasks: ['speak', 'write'],
  durationMinutes: '120',
  'times.0.date': '2026-12-07',
  'times.0.start': '10:00',
  placeKind: 'place',
  'place.postcode': '',
  'place.municipality': '13107',
  'place.town': '吾妻橋一丁目',
  talkLanguages: ['ne', 'en'],
  genderWish: 'any',
};

const SUMMARY = '/spot/requests/summary';
const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
  .png()
  .toBuffer();
const photo = (bytes: Uint8Array | string, name = 'letter.png', type = 'image/png') =>
  new File([bytes as BlobPart], name, { type });

function hiddenOf(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}

describe('the form', () => {
  test('begins with the emergency numbers and what the profile already says', async () => {
    const { web } = await resident();
    const { status, html, text } = await web.get('/spot/requests/new');
    expect(status).toBe(200);
    expect(html.indexOf('tel:119')).toBeLessThan(html.indexOf('name="category"'));
    expect(html).toMatch(/value="ne" checked/);
    expect(html).toMatch(/value="13107" selected|selected value="13107"/);
    expect(text).toContain('The first possible day is Fri, Nov 27, 2026');
  });

  test('is empty where the profile says nothing', async () => {
    const person = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Noor', now }));
    const { status, html } = await house.as(actorOf(person)).get('/spot/requests/new');
    expect(status).toBe(200);
    expect(html).not.toMatch(/name="talkLanguages"[^>]* checked/);
  });

  test('asks who nobody has welcomed yet for their name first', async () => {
    const person = await inTransaction(house.db, (tx) =>
      registerPerson(tx, { email: 'new@example.org', locale: 'en', now }),
    );
    const answer = await house.as(actorOf({ id: person.id }, [])).get('/spot/requests/new');
    expect(answer.location).toBe('/welcome');
  });

  test('wants somebody who has signed in', async () => {
    expect((await house.as().get('/spot/requests/new')).location).toContain('/sign-in');
  });

  test.each(LOCALES)('has one headline and no id twice in %s', async (locale) => {
    const { html } = await (await resident()).in(locale).get('/spot/requests/new');
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('checking and sending', () => {
  test.each([
    ['en', 'City hall, 2nd floor'],
    ['zh-Hans', '区役所二楼'],
    ['ja-easy', '区役所の 2階'],
  ] as const)('shows every answer in %s and in Japanese beside it', async (locale, placeName) => {
    const { in: inLocale } = await resident();
    const { status, text, html } = await inLocale(locale).post(SUMMARY, { ...good, placeName });
    expect(status).toBe(200);
    expect(text).toContain(placeName);
    if (locale === 'ja-easy') expect(html).not.toContain('summary-beside');
    else expect(html).toMatch(/<dd class="summary-beside" lang="ja">[^<]*(<[^>]+>)*役所の手続き/);
  });

  test('makes a request of it, and the draft is done with', async () => {
    const { web, id } = await resident();
    const summary = await web.post(SUMMARY, good);
    expect(await findDraft(house.db, id)).not.toBeNull();
    expect(summary.status).toBe(200);
    const sent = await web.post('/spot/requests', { ...good, japaneseWords: '区役所の書類です。' });
    expect(sent.flash).toBe('Sent. A coordinator will read it.');
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request).toMatchObject({
      requesterId: id,
      ownWords: good['ownWords'],
      ownWordsLocale: 'en',
      japanese: { words: '区役所の書類です。', origin: 'resident' },
    });
    expect(await findDraft(house.db, id)).toBeNull();
  });

  test('makes one request of a form that is sent twice', async () => {
    const { web, id } = await resident();
    const fields = { ...good, idempotency_key: crypto.randomUUID() };
    const answers = [await web.post('/spot/requests', fields), await web.post('/spot/requests', fields)];
    expect(answers[0]?.location).toBe(answers[1]?.location);
    expect(await listRequestsOfRequester(house.db, id)).toHaveLength(1);
  });

  test('keeps it for later, brings it back, and starts anew', async () => {
    const { web, id } = await resident();
    const kept = await web.post(SUMMARY, { ownWords: 'Half a sentence', intent: 'keep' });
    expect(kept.location).toBe('/spot/requests');
    expect((await web.get('/spot/requests')).text).toContain('a request you have not sent yet');
    expect((await web.get('/spot/requests/new')).text).toContain('Half a sentence');
    expect((await web.post('/spot/drafts/removal')).location).toBe('/spot/requests/new');
    expect(await findDraft(house.db, id)).toBeNull();
  });

  test('goes back to the form with everything, the Japanese words too', async () => {
    const { web } = await resident();
    const back = await web.post(SUMMARY, { ...good, japaneseWords: '書類です。', intent: 'change' });
    expect(back.location).toBe('/spot/requests/new');
    const { html, text } = await web.get('/spot/requests/new');
    expect(text).toContain(String(good['ownWords']));
    expect(hiddenOf(html, 'japaneseWords')).toEqual(['書類です。']);
  });

  test('keeps the form of somebody whose session is over', async () => {
    const answer = await house.as().post(SUMMARY, good);
    expect(answer.location).toContain('kept-forms');
  });
});

describe('words of danger', () => {
  test.each([
    ['en', 'I want to die'],
    ['ja', '死にたいです'],
    ['ja-easy', 'しにたいです'],
    ['zh-Hans', '我想自杀'],
  ] as const)('in %s bring the numbers up once, before anything is sent', async (locale, ownWords) => {
    const { in: inLocale } = await resident();
    const web = inLocale(locale);
    const warned = await web.post(SUMMARY, { ...good, ownWords });
    expect(warned.status).toBe(422);
    expect(warned.html).toContain('tel:');
    expect(warned.text).toContain(ownWords);
    const [shownDangers = ''] = hiddenOf(warned.html, 'shownDangers');
    expect(shownDangers).not.toBe('');
    expect((await web.post(SUMMARY, { ...good, ownWords, shownDangers })).status).toBe(200);
  });

  test('typed only at the summary bring them up as well', async () => {
    const { web, id } = await resident();
    const warned = await web.post('/spot/requests', { ...good, japaneseWords: '死にたいです' });
    expect(warned.status).toBe(422);
    expect(await listRequestsOfRequester(house.db, id)).toHaveLength(0);
  });
});

describe('an answer that can’t be', () => {
  const time = (date: string, start = '10:00') => ({ 'times.0.date': date, 'times.0.start': start });
  test.each([
    ['nothing about what', { category: '' }, 'category', 'Please choose what it is about'],
    ['no words', { ownWords: '   ' }, 'ownWords', 'Please say what you need help with'],
    ['10,000 characters', { ownWords: 'あ'.repeat(10_000) }, 'ownWords', 'at most 2,000 characters'],
    ['a NUL', { ownWords: 'a\u0000b' }, 'ownWords', 'character that can’t be stored'],
    ['no tasks', { neededTasks: [] }, 'neededTasks', 'what the volunteer should do'],
    ['a task nobody knows', { neededTasks: ['cook'] }, 'neededTasks', 'choose one of these'],
    ['no length', { durationMinutes: '' }, 'durationMinutes', 'how long it will take'],
    ['five hours', { durationMinutes: '300' }, 'durationMinutes', 'At most 180 minutes'],
    ['a length in words', { durationMinutes: 'long' }, 'durationMinutes', 'how long it will take'],
    ['no time', time('', ''), 'times', 'at least one time'],
    ['a day without a start', time('2026-12-07', ''), 'times.0', 'both a day and a start'],
    ['a past day', time('2026-11-20'), 'times.0', 'already passed'],
    ['29 February of a common year', time('2027-02-29'), 'times.0', 'does not exist'],
    ['a day in words', time('tomorrow'), 'times.0', 'does not exist'],
    ['before opening', time('2026-12-07', '06:00'), 'times.0', 'from 08:30 to 18:00'],
    ['ending after closing', time('2026-12-07', '17:00'), 'times.0', 'from 08:30 to 18:00'],
    ['a Sunday', time('2026-12-06'), 'times.0', 'closed on this day of the week'],
    ['a holiday', time('2027-01-11'), 'times.0', 'closed on public holidays'],
    ['the year-end', time('2026-12-30'), 'times.0', 'closed over New Year'],
    ['too soon', time('2026-11-25'), 'times.0', 'November 27, 2026'],
    ['too far ahead', time('2027-06-01'), 'times.0', 'until February 22, 2027'],
    ['no way to meet', { placeKind: '' }, 'placeKind', 'how you will meet'],
    [
      'a place without a town',
      { 'place.municipality': '', 'place.town': '' },
      'place.postcode',
      'Please give a postcode',
    ],
    [
      'a postcode nobody has',
      { 'place.postcode': '999-9999' },
      'place.postcode',
      'We don’t know this postcode',
    ],
    ['Osaka', { 'place.postcode': '530-0001' }, 'place.postcode', 'We don’t know this postcode'],
    ['a town that is elsewhere', { 'place.town': '渋谷' }, 'place.town', 'We don’t find this town there'],
    ['a long name of a place', { placeName: 'x'.repeat(201) }, 'placeName', 'at most 200 characters'],
    ['no language', { talkLanguages: [] }, 'talkLanguages', 'Easy Japanese counts too'],
  ] as const)('is refused beside its field: %s', async (_name, wrong, field, sentence) => {
    const { web, id } = await resident();
    for (const path of [SUMMARY, '/spot/requests']) {
      const answer = await web.post(path, { ...good, ...(wrong as Fields) });
      expect(answer.status).toBe(422);
      expect(answer.refusals[field]).toContain(sentence);
      expect(answer.html).toContain('name="placeName"');
    }
    expect(await listRequestsOfRequester(house.db, id)).toHaveLength(0);
  });

  test('says of each row of times what is wrong with that row', async () => {
    const { web } = await resident();
    const answer = await web.post(SUMMARY, {
      ...good,
      'times.0.date': '',
      'times.0.start': '',
      'times.1.date': '2026-12-07',
      'times.1.start': '10:00',
      'times.2.date': '2026-12-06',
      'times.2.start': '10:00',
    });
    expect(Object.keys(answer.refusals)).toEqual(['times.2']);
  });

  test.each([
    ['emoji', 'Help 🙏🏽👨‍👩‍👧'],
    ['right to left', 'أحتاج إلى المساعدة في المستشفى'],
    ['half-width kana', 'ｸﾔｸｼｮﾉ ｼｮﾙｲ'],
    ['markup', '<b>help</b> & "me"'],
  ])('is not made of %s, which comes back as typed', async (_name, ownWords) => {
    const { web } = await resident();
    const answer = await web.post('/spot/requests', { ...good, ownWords });
    const request = await findRequest(house.db, answer.location?.split('/').at(-1) ?? '');
    expect(request?.ownWords).toBe(ownWords);
    expect((await web.get(answer.location ?? '')).text).toContain(ownWords);
  });

  test('loses nothing else that was typed', async () => {
    const { web } = await resident();
    const { html, text } = await web.post(SUMMARY, { ...good, goodToKnow: 'A stroller', category: '' });
    expect(text).toContain(String(good['ownWords']));
    expect(text).toContain('A stroller');
    expect(html).toMatch(/value="2026-12-07"/);
    expect(html).toMatch(/name="neededTasks" value="write" checked/);
  });
});

describe('a photo', () => {
  test('is re-encoded, kept while the form comes back, and seen by its owner only', async () => {
    const { web } = await resident();
    const back = await web.post(SUMMARY, { ...good, category: '', photo: photo(png) });
    expect(back.status).toBe(422);
    const [photoIds = ''] = hiddenOf(back.html, 'photoIds');
    const own = await web.get(`/spot/drafts/photos/${photoIds}`);
    expect(own.headers.get('content-type')).toBe('image/webp');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    const other = (await resident('Other')).web;
    expect((await other.get(`/spot/drafts/photos/${photoIds}`)).status).toBe(404);
    const sent = await web.post('/spot/requests', { ...good, photoIds });
    expect((await web.get(`${sent.location}/photos/${photoIds}`)).status).toBe(200);
    expect((await other.get(`${sent.location}/photos/${photoIds}`)).status).toBe(404);
  });

  test('can be taken out again', async () => {
    const { web } = await resident();
    const first = await web.post(SUMMARY, { ...good, category: '', photo: photo(png) });
    const [photoIds = ''] = hiddenOf(first.html, 'photoIds');
    const without = await web.post(SUMMARY, { ...good, photoIds, removedPhotoIds: photoIds });
    expect(without.status).toBe(200);
    expect(hiddenOf(without.html, 'photoIds')).toEqual([]);
    expect((await web.get(`/spot/drafts/photos/${photoIds}`)).status).toBe(404);
  });

  const huge = () =>
    sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  test.each([
    [
      'an SVG',
      async () => photo('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'image/svg+xml'),
      'kind of file',
    ],
    ['HTML that says it is a picture', async () => photo('<html></html>', 'a.png'), 'kind of file'],
    ['13 megabytes', async () => photo(new Uint8Array(13_000_000), 'a.jpg', 'image/jpeg'), 'too large'],
    ['100 megapixels', async () => photo(await huge()), 'too large'],
  ])('is refused beside its field, with everything else kept: %s', async (_name, make, sentence) => {
    const { web } = await resident();
    const answer = await web.post(SUMMARY, { ...good, photo: await make() });
    expect(answer.status).toBe(422);
    expect(answer.refusals['photo']).toContain(sentence);
    expect(answer.text).toContain(String(good['ownWords']));
  });

  test('is the fifth at the most', async () => {
    const { web } = await resident();
    let photoIds: string[] = [];
    for (let count = 0; count < 5; count++) {
      const answer = await web.post(SUMMARY, { ...good, photoIds, photo: photo(png) });
      photoIds = hiddenOf(answer.html, 'photoIds');
    }
    const sixth = await web.post(SUMMARY, { ...good, photoIds, photo: photo(png) });
    expect(sixth.refusals['photo']).toContain('at most 5 photos');
    expect((await web.post(SUMMARY, { ...good, photoIds })).status).toBe(200);
  });

  test('of somebody else, or of nobody, is left out and said', async () => {
    const { web } = await resident();
    const [theirs = ''] = hiddenOf(
      (await (await resident('Other')).web.post(SUMMARY, { ...good, photo: photo(png) })).html,
      'photoIds',
    );
    for (const photoIds of [theirs, crypto.randomUUID(), 'no-id']) {
      const answer = await web.post('/spot/requests', { ...good, photoIds });
      expect(answer.refusals['photo']).toContain('no longer there');
      expect(hiddenOf(answer.html, 'photoIds')).toEqual([]);
    }
  });
});
