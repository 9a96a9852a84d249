import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, type Fields, testHouse } from '../../../test/support/house.ts';
import { makeVolunteer } from '../../../test/support/volunteers.ts';
import { ask } from '../../platform/database/questions.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Role } from '../../platform/permissions.ts';
import { forget } from '../../platform/rights/forget.ts';
import { createPerson } from '../people/index.ts';
import { seasonModule } from './module.ts';
import { personalData } from './personal-data.ts';
import { everybodyAlone } from './store/on-desk.ts';

const house = await testHouse([seasonModule({ comings: () => [] })], '2026-12-20T10:00:00+09:00');
const { db, clock } = house;

async function person(name: string, roles: readonly Role[], languages: readonly string[]) {
  const skills = languages.map(
    (language, place) => ({ language, speak: place === 0 ? 3 : 2, read: 3, write: 3, phone: 3 }) as const,
  );
  const of = { name, email: `${name}@example.org`, locale: 'en', municipalityCode: '13107' } as const;
  const about = { ...of, languages: skills, weekly: [] };
  const made = roles.includes('volunteer')
    ? await makeVolunteer(db, clock(), about)
    : await inTransaction(db, (tx) => createPerson(tx, { ...about, now: clock(), roles }));
  return { ...made, visitor: house.as(actorOf(made, roles), 'en') };
}
const rina = await person('Rina', ['resident'], ['ne', 'en']);
const keiko = await person('Keiko', ['volunteer'], ['en']);
const takumi = await person('Takumi', ['volunteer'], ['vi']);
const kobayashi = await person('Kobayashi', ['coordinator'], []);

const said = {
  days: ['2026-12-30', '2026-12-31'],
  ways: ['phone'],
  reach: '090-0000-1111',
  note: 'Nobody but you may know this.',
  isAgreed: 'on',
};
const aloneId = async () =>
  (await db.selectFrom('season.alone').select('id').executeTakeFirst())?.id ?? expect.fail();
const hourIds = async () =>
  (await db.selectFrom('season.hours').select('id').orderBy('on_day').execute()).map(({ id }) => id);
const calls = () => db.selectFrom('season.calls').select(['id', 'state']).orderBy('arranged_at').execute();

beforeEach(async () => {
  await db.deleteFrom('season.alone').execute();
  await db.deleteFrom('season.hours').execute();
  await db.deleteFrom('season.openings').execute();
  clock.set(Temporal.Instant.from('2026-12-20T10:00:00+09:00'));
});

describe('the page for everybody', () => {
  test('begins with 119 and 110, and says of each day what surely is open', async () => {
    const { html, text } = await house.as().get('/year-end');
    const main = html.slice(html.indexOf('<main'));
    expect(main.indexOf('tel:119')).toBeLessThan(main.indexOf('tel:110'));
    expect(main.indexOf('tel:110')).toBeLessThan(main.indexOf('<h2'));
    const of = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));
    expect(of('Mon, Dec 28', 'Tue, Dec 29')).toMatch(/Public offices: open\..*0570-011000/);
    const thirtieth = of('Wed, Dec 30', 'Thu, Dec 31');
    expect(thirtieth).toMatch(/Public offices: closed\. Banks: open\. We: closed\./);
    expect(of('on each of these days', 'Public offices')).toContain('03-5285-8181');
    expect(text.split('03-5285-8181')).toHaveLength(2);
    expect(thirtieth).not.toContain('0570-011000');
  });

  test('shows an office only once somebody else than who wrote it down has looked', async () => {
    const office = {
      ...{ municipalityCode: '13107', place: '休日窓口', onDay: '2026-12-30', phone: '' },
      ...{ opensAt: '09:00', closesAt: '12:00', source: 'https://www.example.jp/' },
    };
    const isShown = async () => (await house.as().get('/year-end')).text.includes('休日窓口');
    expect((await keiko.visitor.post('/year-end/openings/new', office)).status).toBe(303);
    const { id } = await db.selectFrom('season.openings').select('id').executeTakeFirstOrThrow();
    const verify = `/year-end/openings/${id}/verification`;
    expect((await keiko.visitor.post(verify)).text).toContain('somebody else looks again');
    expect(await isShown()).toBe(false);
    expect((await takumi.visitor.post(verify)).status).toBe(303);
    expect(await isShown()).toBe(true);
    expect((await house.as().get('/year-end')).text).toContain('Public offices: closed, but see below.');
    expect((await house.as().get('/year-end')).text).not.toMatch(/Keiko|Takumi/);
    expect((await takumi.visitor.post(`/year-end/openings/${id}/removal`)).text).toContain(
      'tell a coordinator',
    );
    const again = await keiko.visitor.post('/year-end/openings/new', office);
    expect(Object.keys(again.refusals)).toEqual(['place']);
    const outside = await keiko.visitor.post('/year-end/openings/new', { ...office, onDay: '2026-12-20' });
    expect(Object.keys(outside.refusals)).toEqual(['onDay']);
    expect(outside.html).toContain('value="休日窓口"');
  });

  test('begins with today once the season has begun', async () => {
    clock.set(Temporal.Instant.from('2026-12-30T10:00:00+09:00'));
    const { text } = await house.as().get('/year-end');
    const days = text.slice(text.indexOf('each of these days'));
    expect(days).not.toContain('Tue, Dec 29');
    expect(days.indexOf('Wed, Dec 30, 2026 (today)')).toBeLessThan(days.indexOf('Public offices'));
  });

  test('keeps an office for 60 days after its day, and nothing of who found it any longer', async () => {
    const office = {
      ...{ municipalityCode: '13107', place: '休日窓口', onDay: '2026-12-30', phone: '' },
      ...{ opensAt: '09:00', closesAt: '12:00', source: 'https://www.example.jp/' },
    };
    await keiko.visitor.post('/year-end/openings/new', office);
    await keiko.visitor.post('/year-end/openings/new', { ...office, onDay: '2027-01-02' });
    const left = async (at: string) => {
      await forget(db, [personalData], Temporal.Instant.from(at));
      const rows = await db.selectFrom('season.openings').select('on_day').orderBy('on_day').execute();
      return rows.map(({ on_day }) => String(on_day));
    };
    expect(await left('2027-02-27T12:00:00+09:00')).toEqual(['2026-12-30', '2027-01-02']);
    expect(await left('2027-03-02T12:00:00+09:00')).toEqual(['2027-01-02']);
    expect(await left('2027-03-06T12:00:00+09:00')).toEqual([]);
  });

  test('says of each line for work in which language it answers', async () => {
    const { text } = await house.as().get('/year-end');
    expect(text).toMatch(/0570-001702 · Chinese/);
    expect(text).toMatch(/0570-001704 · Spanish/);
    expect(text).toMatch(/03-3578-2046 · ask which languages/);
  });

  test('is empty but for the numbers when the season is over', async () => {
    clock.set(Temporal.Instant.from('2027-01-05T00:00:00+09:00'));
    const { text, html } = await house.as().get('/year-end');
    expect(text).toContain('It is not the time of year');
    expect(html).toContain('tel:119');
    expect((await rina.visitor.get('/year-end/alone')).status).toBe(404);
  });
});

describe('a resident', () => {
  test('finds the days on which all are shut on whom they count', async () => {
    const usual = (await rina.visitor.get('/year-end/mine')).text;
    expect(usual).toMatch(/On Sun, Dec 27, 2026, Tue, Dec 29, 2026, .* all of them are closed/);
    const work = { kinds: 'us', nameOne: 'Work', shutFromOne: '2026-12-30', shutUntilOne: '2027-01-02' };
    expect((await rina.visitor.post('/year-end/supports', work)).status).toBe(303);
    const own = (await rina.visitor.get('/year-end/mine')).text;
    expect(own).toContain(
      'On Wed, Dec 30, 2026, Thu, Dec 31, 2026, Fri, Jan 1, 2027, and Sat, Jan 2, 2027, all of them are closed',
    );
    const half = await rina.visitor.post('/year-end/supports', { ...work, shutUntilOne: '' });
    expect(Object.keys(half.refusals)).toEqual(['shutUntilOne']);
    expect(half.html).toContain('value="Work"');
    const never = await rina.visitor.post('/year-end/supports', { ...work, shutFromOne: '2026-02-30' });
    expect(Object.keys(never.refusals)).toEqual(['shutFromOne']);
    clock.set(Temporal.Instant.from('2027-01-01T10:00:00+09:00'));
    expect((await rina.visitor.get('/year-end/mine')).text).toContain(
      'On Fri, Jan 1, 2027 and Sat, Jan 2, 2027, all of them are closed',
    );
  });

  test('may send the same twice at once', async () => {
    const work = { nameOne: 'Work', shutFromOne: '2026-12-30', shutUntilOne: '2027-01-02' };
    const twice = async (path: string, fields: Fields) =>
      (await Promise.all([1, 2, 3].map(() => keiko.visitor.post(path, fields)))).map(({ status }) => status);
    expect(await twice('/year-end/supports', work)).toEqual([303, 303, 303]);
    expect(await twice('/year-end/alone', said)).toEqual([303, 303, 303]);
    expect(await db.selectFrom('season.alone').select('id').execute()).toHaveLength(1);
  });

  test('says it only with consent, for days to come, and takes back all of it', async () => {
    const refused = await rina.visitor.post('/year-end/alone', { ...said, isAgreed: '' });
    expect(Object.keys(refused.refusals)).toEqual(['isAgreed']);
    expect(refused.html).toContain('Nobody but you may know this.');
    const past = await rina.visitor.post('/year-end/alone', { ...said, days: '2026-12-19' });
    expect(Object.keys(past.refusals)).toEqual(['days']);
    expect((await rina.visitor.post('/year-end/alone', said)).location).toBe('/year-end/mine');
    expect((await rina.visitor.post('/year-end/alone', { ...said, days: '2026-12-31' })).status).toBe(303);
    expect((await rina.visitor.get('/year-end/mine')).text).toContain('alone: Thu, Dec 31, 2026.');
    expect((await rina.visitor.post('/year-end/alone/withdrawal')).status).toBe(303);
    expect(await db.selectFrom('season.alone').select('id').execute()).toEqual([]);
  });

  test('is shown the numbers for a danger of which their words speak', async () => {
    await rina.visitor.post('/year-end/alone', { ...said, note: 'I want to die' });
    expect((await rina.visitor.get('/year-end/mine')).html).toContain('data-danger');
  });
});

describe('a call', () => {
  const arrange = async (hourId: string) =>
    kobayashi.visitor.post(`/desk/year-end/${await aloneId()}/calls`, { hourId });

  test('is arranged by hand among those who share a language and a day, and only the caller reads how to reach', async () => {
    await rina.visitor.post('/year-end/alone', said);
    await keiko.visitor.post('/year-end/hours', { hour: '2026-12-30.evening' });
    await takumi.visitor.post('/year-end/hours', { hour: '2026-12-31.evening' });
    const desk = (await kobayashi.visitor.get('/desk/year-end')).text;
    expect(desk).toMatch(/Thu, Dec 31, 2026 Language Nepali People 1/);
    const one = (await kobayashi.visitor.get(`/desk/year-end/${await aloneId()}`)).text;
    expect([one.includes('Keiko'), one.includes('Takumi')]).toEqual([true, false]);
    const [hour = ''] = await hourIds();
    expect((await arrange(hour)).status).toBe(303);
    const [call] = await calls();
    const shown = await keiko.visitor.get(`/year-end/calls/${call?.id}`);
    expect(shown.text).toContain('090-0000-1111');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect((await takumi.visitor.get(`/year-end/calls/${call?.id}`)).status).toBe(404);
    const looked = await db
      .selectFrom('audit.entries')
      .select('action')
      .where('actor_id', '=', keiko.id)
      .where('action', '=', 'season.call.viewed')
      .execute();
    expect(looked).toHaveLength(1);
    const promised = await keiko.visitor.post('/year-end/hours/withdrawal', { hour: '2026-12-30.evening' });
    expect(promised.text).toContain('Somebody waits for your call');
    expect((await keiko.visitor.post(`/year-end/calls/${call?.id}/called`)).status).toBe(303);
    expect((await calls()).map(({ state }) => state)).toEqual(['called']);
    expect((await keiko.visitor.get(`/year-end/calls/${call?.id}`)).status).toBe(404);
  });

  test('fills an hour once, however many coordinators press', async () => {
    await rina.visitor.post('/year-end/alone', said);
    await keiko.visitor.post('/year-end/hours', { hour: '2026-12-30.evening' });
    const [hour = ''] = await hourIds();
    const answers = await Promise.all([arrange(hour), arrange(hour)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(await calls()).toHaveLength(1);
  });

  test('that nobody answered waits for coordinators again, and one that is taken back is gone', async () => {
    await rina.visitor.post('/year-end/alone', said);
    await keiko.visitor.post('/year-end/hours', { hour: '2026-12-30.evening' });
    await keiko.visitor.post('/year-end/hours', { hour: '2026-12-31.evening' });
    const waiting = async () =>
      (await ask(db, everybodyAlone(Temporal.PlainDate.from('2026-12-20')))).filter(
        ({ isWaiting }) => isWaiting,
      ).length;
    expect(await waiting()).toBe(1);
    const [first = '', second = ''] = await hourIds();
    await arrange(first);
    expect(await waiting()).toBe(0);
    await keiko.visitor.post(`/year-end/calls/${(await calls())[0]?.id}/missed`);
    expect(await waiting()).toBe(1);
    await arrange(second);
    await rina.visitor.post('/year-end/alone/withdrawal');
    expect(await calls()).toEqual([]);
  });
});
