import { describe, expect, test } from 'vitest';
import {
  checkAnswers,
  goodAnswers,
  hiddenOf,
  makeResident,
  sendAnswers,
  spotHouse,
} from '../../../../../test/support/asking-form.ts';
import type { Fields } from '../../../../../test/support/house.ts';
import { listCurrentRequests } from '../../store/lists/of-requester.ts';
import { findRequest } from '../../store/requests.ts';
import { findDraft } from '../draft.ts';

const house = await spotHouse();
const SUMMARY = '/spot/requests/summary';

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
    ['too far ahead', time('2027-06-01'), 'times.0', 'no later than February 22, 2027'],
    ['no way to meet', { placeKind: '' }, 'placeKind', 'how you would like to be helped'],
    [
      'neither the town of home nor another',
      { 'place.municipality': '', 'place.town': '' },
      'placeAt',
      'where you need help',
    ],
    [
      'a place without a town',
      { placeAt: 'elsewhere', 'place.municipality': '', 'place.town': '' },
      'place.postcode',
      'Please give a postal code',
    ],
    [
      'a postcode of another ward',
      { 'place.postcode': '150-0001' },
      'place.postcode',
      'This postal code is in Shibuya',
    ],
    [
      'a town of another postcode',
      { 'place.postcode': '130-0002' },
      'place.town',
      'does not have this postal code',
    ],
    [
      'a postcode nobody has',
      { 'place.postcode': '999-9999' },
      'place.postcode',
      'We don’t know this postal code',
    ],
    ['Osaka', { 'place.postcode': '530-0001' }, 'place.postcode', 'We don’t know this postal code'],
    ['a town that is elsewhere', { 'place.town': '渋谷' }, 'place.town', 'We can’t find this town'],
    ['a long name of a place', { placeName: 'x'.repeat(201) }, 'placeName', 'at most 200 characters'],
    ['no language', { talkLanguages: [] }, 'talkLanguages', 'Easy Japanese counts too'],
  ] as const)('is refused beside its field: %s', async (_name, wrong, field, sentence) => {
    const { web, id } = await makeResident(house);
    for (const path of ['/spot/requests/summary', '/spot/requests/new']) {
      const sent = await web.post(path, { ...goodAnswers, ...(wrong as Fields) });
      const answer = sent.location ? await web.get(sent.location) : sent;
      expect([sent.status, sent.location]).toEqual(answer === sent ? [422, null] : [303, SUMMARY]);
      expect(answer.status).toBe(422);
      expect(answer.refusals[field]).toContain(sentence);
      expect(answer.html).toContain('name="placeName"');
    }
    for (const version of [1, 2]) await web.post('/spot/requests', { version: `${version}` });
    expect(await listCurrentRequests(house.db, id)).toHaveLength(0);
  });

  test('says of each row of times what is wrong with that row', async () => {
    const { web } = await makeResident(house);
    const answer = await checkAnswers(web, {
      ...goodAnswers,
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
    const { web } = await makeResident(house);
    const answer = await sendAnswers(web, { ...goodAnswers, ownWords });
    const request = await findRequest(house.db, answer.location?.split('/').at(-1) ?? '');
    expect(request?.ownWords).toBe(ownWords);
    expect((await web.get(answer.location ?? '')).text).toContain(ownWords);
  });

  test('loses nothing else that was typed', async () => {
    const { web } = await makeResident(house);
    const { html, text } = await checkAnswers(web, {
      ...goodAnswers,
      goodToKnow: 'A stroller',
      category: '',
    });
    expect(text).toContain(String(goodAnswers['ownWords']));
    expect(text).toContain('A stroller');
    expect(html).toMatch(/value="2026-12-07"/);
    expect(html).toMatch(/name="neededTasks" value="write" checked/);
  });

  test('is listed in the order of the form, with the name of its field and of its time', async () => {
    const { web } = await makeResident(house);
    const { html } = await checkAnswers(web, {
      ...goodAnswers,
      ownWords: '',
      'times.1.date': '2026-12-06',
      'times.1.start': '10:00',
      placeKind: '',
    });
    const [list = ''] = /<section class="form-refusals".*?<\/section>/s.exec(html) ?? [];
    const lines = [...list.matchAll(/<a href="#([^"]+)"><span class="form-refusal-label">([^<]+)/g)];
    expect(lines.map(([, field, label]) => [field, label])).toEqual([
      ['ownWords', 'What do you need help with?'],
      ['times.1', 'Days and times: time 2'],
      ['placeKind', 'How should we help you?'],
    ]);
    for (const [, field] of lines) expect(html).toContain(` id="${field}"`);
  });
});

describe('a postcode', () => {
  const elsewhere = { ...goodAnswers, placeAt: 'elsewhere', 'place.municipality': '', 'place.town': '' };

  test('of one town is enough', async () => {
    const { web } = await makeResident(house);
    const { text } = await checkAnswers(web, { ...elsewhere, 'place.postcode': '100-0001' });
    expect(text).toContain('Chiyoda Chiyoda ( 千代田 )');
  });

  test('of several towns fills in the ward and offers them, when asked to in place of what was chosen', async () => {
    const { web } = await makeResident(house);
    const fields = { ...goodAnswers, 'place.postcode': '150-0001', intent: 'find' };
    expect((await web.post(SUMMARY, fields)).location).toBe('/spot/requests/new#place');
    const { html } = await web.get('/spot/requests/new');
    expect(html).toMatch(/<option value="13113" selected>/);
    expect(html).toMatch(/<select[^>]* name="place.town"[^>]*>.*<option value="神宮前一丁目"/s);
  });

  test.each([
    ['999', 'seven digits'],
    ['123', 'seven digits'],
    ['9999999', 'We don’t know this postal code'],
  ])(
    'that nobody has is said to be so when it is looked up, and leaves no ward of another: %s',
    async (postcode, sentence) => {
      const { web } = await makeResident(house);
      await web.post(SUMMARY, { ...elsewhere, 'place.postcode': '150-0001', intent: 'find' });
      const fields = { ...elsewhere, 'place.municipality': '13113', 'place.town': '神宮前一丁目' };
      await web.post(SUMMARY, { ...fields, 'place.postcode': postcode, intent: 'find' });
      const { html, refusals } = await web.get('/spot/requests/new');
      expect(refusals['place.postcode']).toContain(sentence);
      expect(html).toMatch(new RegExp(`<input[^>]*name="place.postcode"[^>]*value="${postcode}"`));
      expect(html).not.toMatch(/<option value="\d{5}" selected>/);
      expect(html).not.toContain('神宮前一丁目');
    },
  );
});

describe('the place', () => {
  test('is home only for whom it was chosen', async () => {
    const { web } = await makeResident(house);
    const fields = { ...goodAnswers, placeAt: 'home', 'place.municipality': '13113', 'place.town': '' };
    const sent = await sendAnswers(web, fields);
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request?.place).toMatchObject({ municipalityCode: '13107', town: '吾妻橋一丁目' });
  });
});

describe('a step', () => {
  test('is checked by the rules of the whole, and nothing is kept', async () => {
    const { web, id } = await makeResident(house);
    const fields = { ...goodAnswers, ownWords: 'I want to die', 'times.0.date': '2026-12-06', category: '' };
    const { html, refusals, status } = await web.post('/spot/requests/check', fields);
    expect([status, Object.keys(refusals)]).toEqual([422, ['category', 'times.0']]);
    expect(html).toContain('data-danger');
    expect(hiddenOf(html, 'shownDangers')).toEqual(['suicide']);
    expect(await findDraft(house.db, id)).toBeNull();
  });
});
