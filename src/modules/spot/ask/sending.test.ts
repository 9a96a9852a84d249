import { describe, expect, test } from 'vitest';
import {
  checkAnswers,
  goodAnswers,
  hiddenOf,
  makeResident,
  sendAnswers,
  spotHouse,
} from '../../../../test/support/asking-form.ts';
import { listCurrentRequests } from '../store/lists/of-requester.ts';
import { findRequest } from '../store/requests.ts';
import { findDraft } from './draft.ts';

const house = await spotHouse();
const SUMMARY = '/spot/requests/summary';

describe('checking and sending', () => {
  test.each([
    ['en', 'City hall, 2nd floor'],
    ['zh-Hans', '区役所二楼'],
    ['ja-easy', '区役所の 2階'],
  ] as const)('shows every answer in %s and in Japanese beside it', async (locale, placeName) => {
    const { in: inLocale } = await makeResident(house);
    const { status, text, html } = await checkAnswers(inLocale(locale), {
      ...goodAnswers,
      placeName,
    });
    expect(status).toBe(200);
    expect(text).toContain(placeName);
    if (locale === 'ja-easy') expect(html).not.toContain('summary-beside');
    else expect(html).toMatch(/<dd class="summary-beside" lang="ja">[^<]*(<[^>]+>)*役所の手続き/);
  });

  test('names the town in letters that the reader reads', async () => {
    const { web } = await makeResident(house);
    const { text } = await checkAnswers(web, goodAnswers);
    expect(text).toContain('Sumida Azumabashi 1-chome');
    // Its last part is kept on one line by an element of its own.
    expect(text).toMatch(/墨田区 吾妻橋 ?一丁目/);
  });

  test('makes a request of it, and the draft is done with', async () => {
    const { web, id } = await makeResident(house);
    const summary = await checkAnswers(web, goodAnswers);
    expect(await findDraft(house.db, id)).not.toBeNull();
    expect(summary.status).toBe(200);
    const sent = await sendAnswers(web, goodAnswers, { japaneseWords: '区役所の書類です。' });
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

  test('says to whoever goes back that it was sent, and does not offer it once more', async () => {
    const { web } = await makeResident(house);
    expect((await checkAnswers(web, goodAnswers)).headers.get('cache-control')).toBe('no-store');
    expect((await web.get('/spot/requests/new')).headers.get('cache-control')).toBe('no-store');
    await sendAnswers(web, goodAnswers);
    const back = await web.get(SUMMARY);
    expect(back.location).toBe('/spot/requests');
    expect(back.flash).toBe('You have sent this already. Your requests are listed here.');
    const { web: another } = await makeResident(house);
    expect((await another.get(SUMMARY)).location).toBe('/spot/requests/new');
  });

  test('makes one request of a form that is sent twice', async () => {
    const { web, id } = await makeResident(house);
    const [version = ''] = hiddenOf((await checkAnswers(web, goodAnswers)).html, 'version');
    const fields = { version, idempotency_key: crypto.randomUUID() };
    const answers = [await web.post('/spot/requests', fields), await web.post('/spot/requests', fields)];
    expect(answers[0]?.location).toBe(answers[1]?.location);
    expect(await listCurrentRequests(house.db, id)).toHaveLength(1);
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

  test('keeps the last of what one page sends, also when it is what was sent before', async () => {
    const { web, id } = await makeResident(house);
    const idempotency_key = crypto.randomUUID();
    for (const ownWords of ['Thursday', 'Friday', 'Thursday']) {
      await web.post(SUMMARY, { ...goodAnswers, ownWords, idempotency_key });
      expect((await findDraft(house.db, id))?.fields['ownWords']).toEqual([ownWords]);
    }
    for (const intent of ['keep', 'change'])
      await web.post(SUMMARY, { ...goodAnswers, ownWords: intent, intent, idempotency_key });
    await web.post(SUMMARY, { ...goodAnswers, ownWords: 'keep', intent: 'keep', idempotency_key });
    expect((await findDraft(house.db, id))?.fields['ownWords']).toEqual(['keep']);
  });

  test('goes back to the form with everything, the Japanese words too', async () => {
    const { web } = await makeResident(house);
    const back = await sendAnswers(web, goodAnswers, { japaneseWords: '書類です。', intent: 'change' });
    expect(back.location).toBe('/spot/requests/new');
    const { html, text } = await web.get('/spot/requests/new');
    expect(text).toContain(String(goodAnswers['ownWords']));
    expect(hiddenOf(html, 'japaneseWords')).toEqual(['書類です。']);
  });

  test.each(['summary', 'refused form'])(
    'shows the %s again by its address, in any language',
    async (what) => {
      const { web, in: inLocale } = await makeResident(house);
      await checkAnswers(web, { ...goodAnswers, ...(what === 'refused form' && { category: '' }) });
      for (const locale of ['ja', 'ja-easy', 'zh-Hans', 'en'] as const) {
        const again = await inLocale(locale).get(SUMMARY);
        expect(again.status).toBe(what === 'summary' ? 200 : 422);
        expect(again.text).toContain(String(goodAnswers['ownWords']));
        expect(Object.keys(again.refusals)).toEqual(what === 'refused form' ? ['category'] : []);
      }
    },
  );

  test('asks in which language words are that do not show it, and takes the answer', async () => {
    const { in: inLocale } = await makeResident(house);
    const words = 'मलाई वडा कार्यालयमा फारम भर्न मद्दत चाहिन्छ';
    await inLocale('en').post('/spot/requests/summary', { ...goodAnswers, ownWords: words });
    const { html, text } = await inLocale('en').get('/spot/requests/summary');
    expect(text).toContain('In which language did you write this?');
    expect(html).toMatch(/<select[^>]*name="writtenIn".*?<option value="ne" selected>Nepali/s);
    const answers = { ...goodAnswers, ownWords: words };
    const sent = await sendAnswers(inLocale('en'), answers, { writtenIn: 'hi' });
    const id = sent.location?.split('/').at(-1) ?? '';
    expect(await findRequest(house.db, id)).toMatchObject({ ownWordsLocale: 'hi' });
  });

  test('remembers in which language the words were written, whichever language the summary is read in', async () => {
    const { web, in: inLocale } = await makeResident(house);
    await checkAnswers(web, goodAnswers);
    const { html } = await inLocale('ja').get(SUMMARY);
    expect(html).toContain('name="japaneseWords"');
    expect(hiddenOf(html, 'writtenIn')).toEqual(['en']);
    const [version = ''] = hiddenOf(html, 'version');
    const sent = await inLocale('ja').post('/spot/requests', { version, writtenIn: 'en' });
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request?.ownWordsLocale).toBe('en');
  });

  test('begins with the form for who has kept nothing, and offers the way back to whom has kept all', async () => {
    const { web } = await makeResident(house);
    expect((await web.get(SUMMARY)).location).toBe('/spot/requests/new');
    await web.post(SUMMARY, { ownWords: 'Half a sentence', intent: 'keep' });
    expect((await web.get('/spot/requests/new')).text).not.toContain('Back to my answers');
    const summary = await checkAnswers(web, goodAnswers);
    expect(summary.html).toContain('href="/en/spot/requests/new#durationMinutes"');
    expect((await web.get('/spot/requests/new')).text).toContain('Back to my answers');
  });

  test('keeps the form of somebody whose session is over', async () => {
    const answer = await house.as().post(SUMMARY, goodAnswers);
    expect(answer.location).toContain('kept-forms');
    const asked = await house.as().post('/spot/requests/check', goodAnswers);
    expect(asked.location).toBe('/sign-in');
  });
});

describe('two windows', () => {
  test('what was changed in another one is not sent: the latest is shown, and what was looked at', async () => {
    const { web, id } = await makeResident(house);
    const [version = ''] = hiddenOf((await checkAnswers(web, goodAnswers)).html, 'version');
    await checkAnswers(web, { ...goodAnswers, ownWords: 'Come on Friday instead.' });
    const stale = await web.post('/spot/requests', { version, japaneseWords: '書類です。' });
    expect(stale.location).toBe(`${SUMMARY}?seen=${version}`);
    expect(await listCurrentRequests(house.db, id)).toHaveLength(0);
    const both = await web.get(stale.location ?? '');
    expect(both.text).toContain('Your answers have changed in another window');
    expect(both.text.indexOf(String(goodAnswers['ownWords']))).toBeLessThan(
      both.text.indexOf('Come on Friday instead.'),
    );
    expect(both.html).toContain('>書類です。</textarea>');
    const [latest = ''] = hiddenOf(both.html, 'version');
    const sent = await web.post('/spot/requests', { version: latest });
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request?.ownWords).toBe('Come on Friday instead.');
  });

  test.each(['', 'x', '99', '-1'])('a version that nobody has seen sends nothing: %j', async (version) => {
    const { web, id } = await makeResident(house);
    await checkAnswers(web, goodAnswers);
    const answer = await web.post('/spot/requests', { ...goodAnswers, version });
    expect(answer.location).toContain(`${SUMMARY}?seen=`);
    expect((await web.get(answer.location ?? '')).text).toContain('changed in another window');
    expect(await listCurrentRequests(house.db, id)).toHaveLength(0);
  });

  test('a summary drawn by the version before, which names none, is sent with the answers it carries', async () => {
    const { web } = await makeResident(house);
    const sent = await web.post('/spot/requests', goodAnswers);
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request?.ownWords).toBe(goodAnswers['ownWords']);
    expect((await web.post('/spot/requests', {})).location).toBe(SUMMARY);
  });

  test.each([
    ['an answer that can’t be', { talkLanguages: [] }],
    ['a photo that is not theirs', { photoIds: crypto.randomUUID() }],
    ['new words of danger', { japaneseWords: '死にたいです' }],
  ])('nor does that one send %s: it is shown', async (_what, more) => {
    const { web, id } = await makeResident(house);
    expect((await web.post('/spot/requests', { ...goodAnswers, ...more })).location).toBe(SUMMARY);
    expect(await listCurrentRequests(house.db, id)).toHaveLength(0);
  });

  test('what the summary does not ask is taken from what is kept, whatever is sent along', async () => {
    const { web } = await makeResident(house);
    const sent = await sendAnswers(web, goodAnswers, {
      ownWords: 'Somebody else’s words',
      category: 'medical',
    });
    const request = await findRequest(house.db, sent.location?.split('/').at(-1) ?? '');
    expect(request).toMatchObject({ ownWords: goodAnswers['ownWords'], category: 'admin' });
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
    const warned = await checkAnswers(web, { ...goodAnswers, ownWords });
    expect(warned.html).toMatch(/<section[^>]* data-danger.*tel:/s);
    expect(warned.html).not.toContain(`action="/${locale}/spot/requests"`);
    expect(warned.text).toContain(ownWords);
    const [shownDangers = ''] = hiddenOf(warned.html, 'shownDangers');
    expect(shownDangers).not.toBe('');
    const summary = await checkAnswers(web, { ...goodAnswers, ownWords, shownDangers });
    expect(summary.html).toContain(`action="/${locale}/spot/requests"`);
  });

  test('typed only at the summary bring them up as well', async () => {
    const { web, id } = await makeResident(house);
    const warned = await sendAnswers(web, goodAnswers, { japaneseWords: '死にたいです' });
    expect(warned.location).toBe(SUMMARY);
    expect((await web.get(SUMMARY)).html).toContain('data-danger');
    expect(await listCurrentRequests(house.db, id)).toHaveLength(0);
  });

  test('come before everything else that has to be looked at, and take the focus', async () => {
    const { web } = await makeResident(house);
    const { html } = await checkAnswers(web, { ...goodAnswers, ownWords: 'I want to die', category: '' });
    expect(html.indexOf('data-danger')).toBeLessThan(html.indexOf('form-refusals'));
    expect(html).toMatch(/<section tabindex="-1" autofocus data-danger/);
  });
});
