import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { createPerson } from '../../people/index.ts';
import { safetyModule } from '../index.ts';
import { safetyMessages } from '../words.ts';

const house = await testHouse([safetyModule]);
const mori = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Mori', now: house.clock() }));
const administrator = house.as(actorOf(mori, ['administrator']));
const helpNow = async (locale: (typeof LOCALES)[number] = 'en') =>
  (await house.as(undefined, locale).get('/help-now')).text;

const desk = {
  number: '０３ー１２３４－５６７８',
  title_ja: '目黒区の外国人相談窓口',
  title_ja_easy: '目黒区《めぐろく》の 外国人《がいこくじん》の 相談《そうだん》',
  title_en: 'Meguro: desk for residents from abroad',
  title_zh_hans: '',
  urgency: 'advice',
  hours: 'weekdays',
  opens_at: '09:00',
  closes_at: '17:00',
  languages: ['en', 'ne'],
  is_free: 'on',
};

describe('a line of the organization’s own', () => {
  it('is shown at once, in the words of each language or the nearest ones', async () => {
    const answer = await administrator.post('/helplines/lines', desk);
    expect(answer.flash).toBe('03-1234-5678 is saved.');
    expect(await helpNow('ja')).toContain('目黒区の外国人相談窓口');
    expect(await helpNow('ja-easy')).toContain('目黒区 の 外国人 の 相談');
    const text = await helpNow('en');
    expect(text).toContain('Meguro: desk for residents from abroad');
    expect(text).toContain('weekdays 09:00–17:00 · English and Nepali · free');
    expect(await helpNow('zh-Hans')).toContain('Meguro: desk for residents from abroad');
  });

  it('is not added twice, but changed', async () => {
    const again = await administrator.post('/helplines/lines', desk);
    expect(again.refusals).toEqual({ number: expect.stringContaining('in the list already') });
    const page = await administrator.get('/helplines/line?number=03-1234-5678');
    expect(page.html).toMatch(/name="title_en"[^>]*value="Meguro: desk/);
    await administrator.post('/helplines/lines', { ...desk, kept: '03-1234-5678', hours: 'always' });
    expect(await helpNow()).toContain('day and night · English and Nepali');
  });

  it('is removed only after a second press, and then gone', async () => {
    const { html } = await administrator.get('/helplines');
    const card = html.split('<article').find((part) => part.includes('03-1234-5678')) ?? '';
    const removal = card.slice(card.indexOf('<details class="confirm"'));
    expect(removal).toContain('will be gone from “Help now”');
    expect(removal).toContain('action="/en/helplines/removals"');
    expect(card.slice(0, card.indexOf('<details'))).not.toContain('removals');
    await administrator.post('/helplines/removals', { number: '03-1234-5678' });
    expect(await helpNow()).not.toContain('Meguro: desk');
    expect((await administrator.post('/helplines/removals', { number: '03-1234-5678' })).status).toBe(422);
  });

  it.each([
    [{ number: 'my desk' }, 'number'],
    [{ number: '' }, 'number'],
    [{ number: '119' }, 'number'],
    [{ number: '#8891' }, 'number'],
    [{ title_ja: '' }, 'title_ja'],
    [{ title_en: '' }, 'title_en'],
    [{ title_ja_easy: '区の 窓口《まどぐち》' }, 'title_ja_easy'],
    [{ title_en: 'x'.repeat(81) }, 'title_en'],
    [{ urgency: 'now' }, 'urgency'],
    [{ hours: '' }, 'hours'],
    [{ opens_at: '' }, 'opens_at'],
    [{ closes_at: '25:00' }, 'closes_at'],
    [{ closes_at: '08:00' }, 'closes_at'],
    [{ languages: ['klingon'] }, 'languages'],
  ])('with %o is refused beside %s', async (wrong, field) => {
    const answer = await administrator.post('/helplines/lines', { ...desk, ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
  });
});

describe('a line that comes with the program', () => {
  const change = {
    kept: '#9110',
    number: '#9110',
    hours: 'every_day',
    opens_at: '',
    closes_at: '',
    languages: ['vi'],
  };

  it.each(LOCALES)('keeps its words in %s when its hours and languages are changed', async (locale) => {
    await administrator.post('/helplines/lines', change);
    const close = (text: string) => text.replaceAll(/\s/g, '');
    expect(close(await helpNow(locale))).toContain(
      close(safetyMessages.in(locale).plain('purpose_police_consult')),
    );
  });

  it('is shown as changed, and as it came when that is undone', async () => {
    await administrator.post('/helplines/lines', change);
    expect(await helpNow()).toContain('every day · Vietnamese');
    expect((await administrator.get('/helplines')).text).toContain('changed by you');
    await administrator.post('/helplines/removals', { number: '#9110' });
    expect(await helpNow()).not.toContain('every day · Vietnamese');
    expect(await helpNow()).toContain('#9110');
  });

  it('still says how many languages it has when only its hours are changed', async () => {
    const fresc = {
      kept: '0570-011000',
      number: '0570-011000',
      hours: 'weekdays',
      opens_at: '10:00',
      closes_at: '16:00',
    };
    await administrator.post('/helplines/lines', fresc);
    expect(await helpNow()).toContain('weekdays 10:00–16:00 · 11 languages');
  });

  it('is hidden only after a second press', async () => {
    const { html } = await administrator.get('/helplines');
    const card = html.split('<article').find((part) => part.includes('#9110')) ?? '';
    expect(card.indexOf('value="yes"')).toBeGreaterThan(card.indexOf('<details class="confirm"'));
  });
});

describe('119 and 110', () => {
  it('can be neither changed nor called to check', async () => {
    expect((await administrator.get('/helplines/line?number=119')).status).toBe(404);
    const change = await administrator.post('/helplines/lines', { ...desk, kept: '119' });
    expect(change.text).toContain('119 and 110 stay as they are');
    expect((await administrator.post('/helplines/verifications', { number: '110' })).status).toBe(422);
  });
});
