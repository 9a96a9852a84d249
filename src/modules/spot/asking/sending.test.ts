import { describe, expect, test } from 'vitest';
import { goodAnswers, hiddenOf, makeResident, spotHouse } from '../../../../test/support/asking-form.ts';
import { findDraft } from '../store/drafts.ts';
import { listRequestsOfRequester } from '../store/lists/of-requester.ts';
import { findRequest } from '../store/requests.ts';

const house = await spotHouse();
const SUMMARY = '/spot/requests/summary';

describe('checking and sending', () => {
  test.each([
    ['en', 'City hall, 2nd floor'],
    ['zh-Hans', '区役所二楼'],
    ['ja-easy', '区役所の 2階'],
  ] as const)('shows every answer in %s and in Japanese beside it', async (locale, placeName) => {
    const { in: inLocale } = await makeResident(house);
    const { status, text, html } = await inLocale(locale).post(SUMMARY, { ...goodAnswers, placeName });
    expect(status).toBe(200);
    expect(text).toContain(placeName);
    if (locale === 'ja-easy') expect(html).not.toContain('summary-beside');
    else expect(html).toMatch(/<dd class="summary-beside" lang="ja">[^<]*(<[^>]+>)*役所の手続き/);
  });

  test('makes a request of it, and the draft is done with', async () => {
    const { web, id } = await makeResident(house);
    const summary = await web.post(SUMMARY, goodAnswers);
    expect(await findDraft(house.db, id)).not.toBeNull();
    expect(summary.status).toBe(200);
    const sent = await web.post('/spot/requests', { ...goodAnswers, japaneseWords: '区役所の書類です。' });
    expect(sent.flash).toBe('Sent. A coordinator will read it.');
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request).toMatchObject({
      requesterId: id,
      ownWords: goodAnswers['ownWords'],
      ownWordsLocale: 'en',
      japanese: { words: '区役所の書類です。', origin: 'resident' },
    });
    expect(await findDraft(house.db, id)).toBeNull();
  });

  test('makes one request of a form that is sent twice', async () => {
    const { web, id } = await makeResident(house);
    const fields = { ...goodAnswers, idempotency_key: crypto.randomUUID() };
    const answers = [await web.post('/spot/requests', fields), await web.post('/spot/requests', fields)];
    expect(answers[0]?.location).toBe(answers[1]?.location);
    expect(await listRequestsOfRequester(house.db, id)).toHaveLength(1);
  });

  test('keeps it for later, brings it back, and starts anew', async () => {
    const { web, id } = await makeResident(house);
    const kept = await web.post(SUMMARY, { ownWords: 'Half a sentence', intent: 'keep' });
    expect(kept.location).toBe('/spot/requests');
    expect((await web.get('/spot/requests')).text).toContain('a request you have not sent yet');
    expect((await web.get('/spot/requests/new')).text).toContain('Half a sentence');
    expect((await web.post('/spot/drafts/removal')).location).toBe('/spot/requests/new');
    expect(await findDraft(house.db, id)).toBeNull();
  });

  test('goes back to the form with everything, the Japanese words too', async () => {
    const { web } = await makeResident(house);
    const back = await web.post(SUMMARY, { ...goodAnswers, japaneseWords: '書類です。', intent: 'change' });
    expect(back.location).toBe('/spot/requests/new');
    const { html, text } = await web.get('/spot/requests/new');
    expect(text).toContain(String(goodAnswers['ownWords']));
    expect(hiddenOf(html, 'japaneseWords')).toEqual(['書類です。']);
  });

  test('keeps the form of somebody whose session is over', async () => {
    const answer = await house.as().post(SUMMARY, goodAnswers);
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
    const { in: inLocale } = await makeResident(house);
    const web = inLocale(locale);
    const warned = await web.post(SUMMARY, { ...goodAnswers, ownWords });
    expect(warned.status).toBe(422);
    expect(warned.html).toContain('tel:');
    expect(warned.text).toContain(ownWords);
    const [shownDangers = ''] = hiddenOf(warned.html, 'shownDangers');
    expect(shownDangers).not.toBe('');
    expect((await web.post(SUMMARY, { ...goodAnswers, ownWords, shownDangers })).status).toBe(200);
  });

  test('typed only at the summary bring them up as well', async () => {
    const { web, id } = await makeResident(house);
    const warned = await web.post('/spot/requests', { ...goodAnswers, japaneseWords: '死にたいです' });
    expect(warned.status).toBe(422);
    expect(await listRequestsOfRequester(house.db, id)).toHaveLength(0);
  });
});
