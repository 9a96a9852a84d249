import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { stripFurigana } from '../../../japanese/furigana.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { createPerson } from '../../people/index.ts';
import { listCheckedHelplines, safetyModule } from '../index.ts';
import { safetyMessages } from '../words.ts';

const house = await testHouse([safetyModule]);
const mori = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Mori', now: house.clock() }));
const administrator = house.as(actorOf(mori, ['administrator']));
const helpNow = async (locale: (typeof LOCALES)[number] = 'en') =>
  (await house.as(undefined, locale).get('/help-now')).text;

const desk = {
  number: '０３ー１２３４－５６７８',
  titleJa: '目黒区の外国人相談窓口',
  titleJaEasy: '目黒区《めぐろく》の 外国人《がいこくじん》の 相談《そうだん》',
  titleEn: 'Meguro: desk for residents from abroad',
  titleZhHans: '',
  urgency: 'advice',
  hours: 'weekdays',
  opensAt: '09:00',
  closesAt: '17:00',
  languages: ['en', 'ne'],
  isFree: 'on',
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

  it('stands in the list before those that come with the program, with all that was said of it', async () => {
    const { text } = await administrator.get('/helplines');
    const shown = text.slice(text.indexOf('Shown ('));
    expect(shown.indexOf('03-1234-5678')).toBeLessThan(shown.indexOf('119'));
    expect(shown).toContain('weekdays 09:00–17:00 · English and Nepali · free');
  });

  it('is not added twice, but changed', async () => {
    const again = await administrator.post('/helplines/lines', desk);
    expect(again.refusals).toEqual({ number: expect.stringContaining('in the list already') });
    const page = await administrator.get('/helplines/line?number=03-1234-5678');
    expect(page.html).toMatch(/name="titleEn"[^>]*value="Meguro: desk/);
    await administrator.post('/helplines/lines', { ...desk, kept: '03-1234-5678', hours: 'always' });
    expect(await helpNow()).toContain('day and night · English and Nepali');
  });

  it('is removed only after a second press, and then gone', async () => {
    const { html } = await administrator.get('/helplines');
    const card = html.split('<article').find((part) => part.includes('03-1234-5678')) ?? '';
    const asked = card.slice(card.indexOf('<details class="confirm"'));
    expect(asked).toContain('will be gone from “Help now”');
    expect(asked).toContain('action="/en/helplines/removals"');
    expect(card.slice(0, card.indexOf('<details'))).not.toContain('removals');
    const removal = await administrator.post('/helplines/removals', { number: '03-1234-5678' });
    expect(removal.flash).toBe('03-1234-5678 is removed.');
    expect(await helpNow()).not.toContain('Meguro: desk');
    expect((await administrator.post('/helplines/removals', { number: '03-1234-5678' })).status).toBe(422);
  });

  it.each([
    [{ number: 'my desk' }, 'number'],
    [{ number: '' }, 'number'],
    [{ number: '0-3' }, 'number'],
    [{ number: '119' }, 'number'],
    [{ number: '1-1-9' }, 'number'],
    [{ number: '１１－０' }, 'number'],
    [{ number: '1-18' }, 'number'],
    [{ number: '#8891' }, 'number'],
    [{ number: '#88-91' }, 'number'],
    [{ number: '0570011000' }, 'number'],
    [{ titleJa: '' }, 'titleJa'],
    [{ titleEn: '' }, 'titleEn'],
    [{ titleJaEasy: '区の 窓口《まどぐち》' }, 'titleJaEasy'],
    [{ titleEn: 'x'.repeat(81) }, 'titleEn'],
    [{ urgency: 'now' }, 'urgency'],
    [{ hours: '' }, 'hours'],
    [{ opensAt: '' }, 'opensAt'],
    [{ closesAt: '25:00' }, 'closesAt'],
    [{ closesAt: '09:00' }, 'closesAt'],
    [{ hours: 'as_it_comes' }, 'hours'],
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
    opensAt: '',
    closesAt: '',
    languages: ['vi'],
  };

  it.each(LOCALES)('keeps its words in %s when its hours and languages are changed', async (locale) => {
    await administrator.post('/helplines/lines', change);
    const close = (text: string) => text.replaceAll(/\s/g, '');
    expect(close(await helpNow(locale))).toContain(
      close(stripFurigana(safetyMessages.in(locale).noted('purpose_police_consult'))),
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
      opensAt: '10:00',
      closesAt: '16:00',
    };
    await administrator.post('/helplines/lines', fresc);
    expect(await helpNow()).toContain('weekdays 10:00–16:00 · 11 languages');
    const { text } = await administrator.get('/helplines/line?number=0570-011000');
    expect(text).toContain('With none, the page says “11 languages”.');
  });

  it.each([
    ['188', 'hours differ by place'],
    ['171', 'during disasters'],
    ['#9110', 'weekdays 08:30–17:15'],
  ])('keeps the hours it came with when only the languages of %s are changed', async (number, hours) => {
    const page = await administrator.get(`/helplines/line?number=${encodeURIComponent(number)}`);
    expect(page.html).toMatch(/value="as_it_comes"[^>]* checked/);
    expect(page.text).toContain(`As it comes with the program: ${hours}`);
    const change = { kept: number, number, hours: 'as_it_comes', languages: ['my'] };
    expect((await administrator.post('/helplines/lines', change)).refusals).toEqual({});
    expect(await helpNow()).toContain(`${hours} · Burmese`);
  });

  it.each([
    ['as_it_comes', '09:00'],
    ['weekdays', '10:00'],
  ])('keeps its yearly closure with hours %s', async (hours, opensAt) => {
    const number = '0570-011000';
    const change = { kept: '0570011000', number, hours, opensAt: '10:00', closesAt: '17:00' };
    await administrator.post('/helplines/lines', change);
    const lines = await listCheckedHelplines(house.db, house.clock());
    expect(lines.find(({ helpline }) => helpline.number === number)?.helpline.hours).toMatchObject({
      from: opensAt,
      yearly_closure: { from: '12-29', to: '01-03' },
    });
  });

  it('is hidden only after a second press', async () => {
    const { html } = await administrator.get('/helplines');
    const card = html.split('<article').find((part) => part.includes('#9110')) ?? '';
    expect(card.indexOf('value="yes"')).toBeGreaterThan(card.indexOf('<details class="confirm"'));
  });
});

describe('the hours of a night line', () => {
  const night = { ...desk, number: '03-2222-3333' };
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const clock = (minutes: number) => Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5);
  /** 午後 5時 30分 is 17:30, and the 12 of the night the end of the day. */
  function easyClocksIn(text: string): string[] {
    const times = text.matchAll(/(午前|午後|夜)[\s の]*(\d+)\s*時(?:\s*(\d+)\s*分)?/g);
    return [...times].map(([, half, hour, minutes = '0']) => {
      const hours = Number(hour) + (half === '午前' ? 0 : 12);
      return `${String(hours).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
    });
  }
  const minutesOf = (time = '') => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const TITLES = { ja: desk.titleJa, 'ja-easy': '目黒区 の', en: desk.titleEn, 'zh-Hans': desk.titleEn };
  const NEXT_DAY = { ja: '翌日', 'ja-easy': '次 の 日', en: 'the next day', 'zh-Hans': '次日' };

  it('are told so that a reader counts the right time, over midnight too', async () => {
    await administrator.post('/helplines/lines', night);
    const anyTimes = fc.tuple(minute, minute).filter(([opens, closes]) => opens !== closes);
    await fc.assert(
      fc.asyncProperty(anyTimes, fc.constantFrom(...LOCALES), async ([opens, closes], locale) => {
        const times = { opensAt: clock(opens), closesAt: clock(closes) };
        const kept = await administrator.post('/helplines/lines', { ...night, kept: night.number, ...times });
        expect(kept.refusals).toEqual({});
        const text = await helpNow(locale);
        const said = text.slice(text.lastIndexOf(TITLES[locale])).split('·', 1)[0] ?? '';
        const [from, until] = locale === 'ja-easy' ? easyClocksIn(said) : (said.match(/\d\d:\d\d/g) ?? []);
        const days = said.includes(NEXT_DAY[locale]) ? 1 : 0;
        const told = minutesOf(until) + days * 24 * 60 - minutesOf(from);
        expect([from, told]).toEqual([clock(opens), (closes - opens + 24 * 60) % (24 * 60)]);
      }),
      {
        numRuns: 40,
        examples: [
          [[17 * 60, 9 * 60], 'en'],
          [[17 * 60, 0], 'ja'],
          [[0, 1], 'ja-easy'],
          [[1, 0], 'zh-Hans'],
        ],
      },
    );
  });
});

describe('a check by telephone', () => {
  const number = '03-4444-5555';
  const cardOf = async (which: string) =>
    (await administrator.get('/helplines')).html.split('<article').find((part) => part.includes(which)) ?? '';
  const call = (which: string) => administrator.post('/helplines/verifications', { number: which });
  const hide = (which: string) =>
    administrator.post('/helplines/visibility', { number: which, isHidden: 'yes' });

  it('ends with a change of what was checked', async () => {
    await administrator.post('/helplines/lines', { ...desk, number });
    await call(number);
    expect(await cardOf(number)).toContain('We called and checked');
    await administrator.post('/helplines/lines', { ...desk, kept: number, opensAt: '10:00' });
    expect(await cardOf(number)).not.toContain('We called and checked');
    expect(await cardOf(number)).toContain('nobody has called it since');
  });

  it('is not that of a line added again after it was removed, nor is it hidden', async () => {
    await call(number);
    await hide(number);
    await administrator.post('/helplines/removals', { number });
    await administrator.post('/helplines/lines', { ...desk, number });
    expect(await cardOf(number)).not.toContain('We called and checked');
    expect((await house.as().get('/help-now')).html).toContain('tel:0344445555');
  });

  it('ends with the change of a line that comes with the program, which stays hidden', async () => {
    const change = { kept: '#7119', number: '#7119', hours: 'as_it_comes', languages: ['ja', 'en'] };
    await administrator.post('/helplines/lines', change);
    await call('#7119');
    await hide('#7119');
    const undone = await administrator.post('/helplines/removals', { number: '#7119' });
    expect(undone.flash).toBe('#7119 is back as it came with the program.');
    expect(await cardOf('#7119')).toContain('Nobody has called it yet');
    expect((await house.as().get('/help-now')).html).not.toContain('tel:%237119');
  });

  it('is asked for once more, aloud, when a line from memory is changed or is again as it came', async () => {
    const change = { kept: '#8000', number: '#8000', hours: 'every_day', languages: ['ja'] };
    await call('#8000');
    const kept = await administrator.post('/helplines/lines', change);
    expect(kept.flash).toContain('as soon as somebody has called it');
    expect(await cardOf('#8000')).toContain('does not show it yet');
    expect((await house.as().get('/help-now')).html).not.toContain('tel:%238000');
    await call('#8000');
    expect((await house.as().get('/help-now')).html).toContain('tel:%238000');
    expect(await cardOf('#8000')).toContain('shows it again only when somebody has called it');
    const undone = await administrator.post('/helplines/removals', { number: '#8000' });
    expect(undone.flash).toContain('back as it came with the program. “Help now” shows it as soon as');
    expect((await house.as().get('/help-now')).html).not.toContain('tel:%238000');
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
