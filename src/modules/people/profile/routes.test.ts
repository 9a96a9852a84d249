import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, type Fields, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findPerson } from '../persons/store.ts';
import type { Person } from '../types.ts';
import { findChannels } from './store.ts';

const house = await testHouse([peopleModule()]);
let person: Person;
let web: Visitor;
let count = 0;

beforeEach(async () => {
  const email = `mina${++count}@example.org`;
  person = await inTransaction(house.db, (tx) =>
    createPerson(tx, { name: 'Mina', email, now: house.clock() }),
  );
  web = house.as(actorOf(person));
});

const send = (fields: Fields) =>
  web.post('/me/profile', {
    name: 'Mina',
    locale: 'en',
    gender: 'not_said',
    preferredChannel: 'email',
    ...fields,
  });
const kept = async () => findPerson(house.db, person.id);

describe('the profile', () => {
  it.each(LOCALES)('can be read in %s', async (locale) => {
    const answer = await house.as(actorOf(person), locale).get('/me/profile');
    expect(answer.status).toBe(200);
    expect(answer.html).toContain(person.email);
  });

  it('takes no name of the organization, as it is called now, and keeps what was typed', async () => {
    const value = { ...organizationSetting.value, nameInEnglish: 'Bridges Setagaya' };
    await inTransaction(house.db, (tx) =>
      writeSetting(tx, organizationSetting, { value, seen: null, by: null, now: house.clock() }),
    );
    const answer = await send({ name: 'Mina', preferredName: 'Bridges Setagaya desk' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Bridges Setagaya desk');
    expect((await kept())?.preferredName).toBeNull();
  });

  it.each([
    ['a mononym', 'Sukarno'],
    [
      '120 characters',
      'Pablo Diego José Francisco de Paula Juan Nepomuceno Cipriano '.repeat(2).slice(0, 120).trim(),
    ],
    ['200 characters', '名'.repeat(200)],
    ['180 characters of several code points each', 'स्त्री'.repeat(180)],
    ['emoji', 'Lee 👩‍👧'],
    ['an Arabic name', 'محمّد عبد الله'],
    ['half-width kana', 'ﾗﾑ ｼｬﾙﾏ'],
    ['a rare kanji', '𠮷田 﨑子'],
    ['tags', '<script>alert(1)</script>'],
    ['furigana marks', '病院《びょういん》'],
  ])('takes %s as a name and shows it again', async (_, name) => {
    expect((await send({ name })).status).toBe(303);
    expect((await kept())?.name).toBe(name.normalize('NFC'));
    const page = await web.get('/me/profile');
    expect(page.html).not.toContain('<script>');
    expect(page.html).toContain(name.normalize('NFC').replaceAll('<', '&lt;'));
  });

  it('keeps one sentence of their own, sealed', async () => {
    expect((await send({ sentence: 'I grow tomatoes on a balcony.' })).status).toBe(303);
    expect((await kept())?.sentence).toBe('I grow tomatoes on a balcony.');
    const { rows } = await sql<{
      sentence: string;
    }>`select sentence from people.persons where id = ${person.id}`.execute(house.db);
    expect(rows[0]?.sentence).not.toContain('tomatoes');
  });

  it.each([
    'I moved here in 2019. I like 7-11.',
    '3人家族、0歳の子がいます。1984年生まれ。',
    'I cook e.g. momo.Come along.',
  ])('takes %s as that sentence', async (sentence) => {
    expect((await send({ sentence })).status).toBe(303);
  });

  it('keeps a name with combining marks in one form', async () => {
    await send({ name: 'Cafe\u0301' });
    expect((await kept())?.name).toBe('Caf\u00e9');
  });

  it.each([
    ['NUL', { name: 'Mi\0na' }, 'name', 'can’t be stored'],
    ['201 characters', { name: 'あ'.repeat(201) }, 'name', '200'],
    ['141 characters', { sentence: 'x'.repeat(141) }, 'sentence', '140'],
    [
      'a telephone number beside a name',
      { sentence: 'Call me: ０９０・1234・5678' },
      'sentence',
      'leave out',
    ],
    ['a page beside a name', { sentence: 'I am on example.com/mina.' }, 'sentence', 'leave out'],
    ['an address beside a name', { sentence: 'mina＠example' }, 'sentence', 'leave out'],
    ['10,000 characters', { about: 'x'.repeat(10_000) }, 'about', '2,000'],
    ['a telephone number in words', { phone: 'ask me' }, 'phone', 'digits'],
    ['a year to come', { birthYear: '2027' }, 'birthYear', '1900 to 2026'],
    ['a year in words', { birthYear: 'long ago' }, 'birthYear', 'whole number'],
    ['a channel without address', { preferredChannel: 'line' }, 'preferredChannel', 'number or ID'],
    ['a gender nobody offers', { gender: 'alien' }, 'gender', 'choose'],
  ])('refuses %s beside the field and keeps the rest as typed', async (_, fields, field, words) => {
    const answer = await send({ kana: 'ミナ', ...fields });
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toContain(words);
    expect(answer.html).toContain('value="ミナ"');
    expect((await kept())?.kana).toBeNull();
  });

  it('keeps channels and forgets them when they are emptied', async () => {
    await send({ line: 'mina-line', phone: '０９０ー１２３４ー５６７８', preferredChannel: 'line' });
    expect(await findChannels(house.db, person.id)).toEqual({ line: 'mina-line' });
    expect(await kept()).toMatchObject({ phone: '090-1234-5678', preferredChannel: 'line' });
    await send({});
    expect(await findChannels(house.db, person.id)).toEqual({});
  });

  it('changes nothing of anybody else and never the address of sign-in', async () => {
    const other = await inTransaction(house.db, (tx) =>
      createPerson(tx, { name: 'Other', now: house.clock() }),
    );
    await send({ id: other.id, person_id: other.id, email: 'mallory@example.org', name: 'Changed' });
    expect(await findPerson(house.db, other.id)).toEqual(other);
    expect(await kept()).toMatchObject({ name: 'Changed', email: person.email });
  });
});
