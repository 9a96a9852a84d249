import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { keepTypedFields } from '../../../platform/web/kept-form.ts';
import { peopleModule } from '../module.ts';
import { registerPerson } from '../persons/commands.ts';
import { findPerson } from '../persons/store.ts';
import { findActor } from '../roles/store.ts';

const house = await testHouse([peopleModule()]);
let count = 0;

async function newcomer(locale: (typeof LOCALES)[number] = 'en') {
  const email = `newcomer${++count}@example.org`;
  const person = await inTransaction(house.db, (tx) =>
    registerPerson(tx, { email, locale, now: house.clock() }),
  );
  const rolesNow = async () => [...((await findActor(house.db, person.id, house.clock()))?.roles ?? [])];
  return { id: person.id, web: house.as(actorOf(person, []), locale), rolesNow };
}

describe('the welcome page', () => {
  it.each(LOCALES)('asks a few questions in %s', async (locale) => {
    const { web } = await newcomer(locale);
    const answer = await web.get('/welcome');
    expect(answer.status).toBe(200);
    for (const name of ['name', 'wish', 'phone', 'locale']) expect(answer.html).toContain(`name="${name}"`);
  });

  it('makes somebody who needs help a resident and greets them', async () => {
    const { id, web, rolesNow } = await newcomer();
    const answer = await web.post('/welcome', {
      name: 'Sukarno',
      wish: 'be_helped',
      locale: 'ja-easy',
      phone: '０９０ー１２３４ー５６７８',
    });
    expect(answer).toMatchObject({ status: 303, location: '/me', flash: 'Nice to meet you, Sukarno.' });
    expect(await findPerson(house.db, id)).toMatchObject({
      name: 'Sukarno',
      locale: 'ja-easy',
      phone: '090-1234-5678',
      welcomedAt: house.clock(),
    });
    expect(await rolesNow()).toEqual(['resident']);
    expect((await web.get('/welcome')).location).toBe('/me');
  });

  it('sends somebody who wants to help to the application, without any role yet', async () => {
    const { web, rolesNow } = await newcomer();
    const answer = await web.post('/welcome', { name: 'Aya', wish: 'help', locale: 'ja' });
    expect(answer.location).toBe('/volunteering/application');
    expect(await rolesNow()).toEqual([]);
  });

  it('refuses a telephone number that is none beside the field, and keeps what was typed', async () => {
    const { web, rolesNow } = await newcomer();
    const typed = { name: 'Noor', wish: 'be_helped', locale: 'en', phone: 'ask me' };
    const answer = await web.post('/welcome', typed);
    expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, ['phone']]);
    expect(answer.html).toContain('value="ask me"');
    expect(await rolesNow()).toEqual([]);
    expect((await web.post('/welcome', { ...typed, phone: '' })).status).toBe(303);
  });

  it('goes on to where somebody was led from, and never away from us', async () => {
    const { web } = await newcomer();
    expect((await web.get('/welcome?back=/spot/requests/new')).html).toContain('value="/spot/requests/new"');
    const fields = { name: 'Noor', wish: 'both', locale: 'en' };
    const back = '/volunteering/application';
    expect((await web.post('/welcome', { ...fields, back })).location).toBe(back);
    const other = (await newcomer()).web;
    expect((await other.post('/welcome', { ...fields, back: '//other.example' })).location).toBe('/me');
  });

  it('says that a form is kept, and does not ask what it says', async () => {
    const { web, rolesNow } = await newcomer();
    const values = new Map([['category', ['letter']]]);
    const path = '/spot/requests/new';
    const place = await keepTypedFields(house.db, {
      body: { values, uploads: new Map() },
      path,
      headers: new Headers(),
      now: house.clock(),
    });
    const asked = `/welcome?back=${place.path}`;
    const headers = { cookie: place.cookie.split(';')[0] ?? '' };
    const { text, html } = await web.get(asked, headers);
    expect(text).toContain('What you filled in is kept.');
    expect(text).not.toContain('What brings you here?');
    expect(html).toContain('name="wish" value="be_helped"');
    expect((await web.get(asked)).text).not.toContain('is kept');
    expect((await web.get('/welcome?back=/volunteering/application')).html).toContain('value="help"');
    const answer = { name: 'Noor', locale: 'en', wish: 'be_helped', back: place.path };
    expect((await web.post('/welcome', answer)).location).toBe(place.path);
    expect(await rolesNow()).toEqual(['resident']);
  });

  it('is the first to give a name: nobody is called by a part of their address', async () => {
    const { id } = await newcomer();
    expect((await findActor(house.db, id, house.clock()))?.name).toBe('');
  });

  it('says beside each field what is missing, and keeps what was typed', async () => {
    const { web } = await newcomer();
    const answer = await web.post('/welcome', { name: '   ', locale: 'zh-Hans' });
    expect(answer.status).toBe(422);
    expect(answer.refusals).toEqual({
      name: 'Please tell us your name.',
      wish: 'Please choose what brings you here.',
    });
    expect(answer.html).toMatch(/value="zh-Hans"[^>]* checked/);
  });

  it('does the same thing once however often it is sent', async () => {
    const { web, rolesNow } = await newcomer();
    const fields = { name: 'Lan', wish: 'both', locale: 'en', idempotency_key: crypto.randomUUID() };
    const answers = [await web.post('/welcome', fields), await web.post('/welcome', fields)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await rolesNow()).toEqual(['resident']);
  });

  it('is for people who are signed in', async () => {
    expect((await house.as().get('/welcome')).location).toBe('/sign-in?back=%2Fwelcome');
  });
});
