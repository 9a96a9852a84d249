import { describe, expect, test } from 'vitest';
import {
  checkAnswers,
  goodAnswers,
  makeResident,
  sendAnswers,
  spotHouse,
} from '../../../../../test/support/asking-form.ts';
import { actorOf } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { createPerson, findActor, findPerson, registerPerson } from '../../../people/index.ts';
import { listCurrentRequests } from '../../store/lists/of-requester.ts';

const house = await spotHouse();
const now = house.clock();

describe('the form', () => {
  test('begins with the emergency numbers and what the profile already says', async () => {
    const { web } = await makeResident(house);
    const { status, html, text } = await web.get('/spot/requests/new');
    expect(status).toBe(200);
    expect(html.indexOf('tel:119')).toBeLessThan(html.indexOf('name="category"'));
    expect(html).toMatch(/value="ne" checked/);
    expect(text).toContain('In the town where I live: Sumida Azumabashi 1-chome ( 吾妻橋 一丁目');
    expect(html).not.toMatch(/name="placeAt"[^>]* checked|value="13107" selected/);
    expect(text).toContain('The first possible day is Fri, Nov 27, 2026');
  });

  test('is empty where the profile says nothing', async () => {
    const person = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Noor', now }));
    const { status, html } = await house.as(actorOf(person)).get('/spot/requests/new');
    expect(status).toBe(200);
    expect(html).not.toMatch(/name="talkLanguages"[^>]* checked/);
  });

  test('asks who nobody has welcomed yet for their name where it is sent, and sends nothing without', async () => {
    const person = await inTransaction(house.db, (tx) =>
      registerPerson(tx, { email: 'nameless@example.org', locale: 'en', now }),
    );
    const web = house.as(actorOf({ id: person.id }, []));
    expect((await web.get('/spot/requests/new')).status).toBe(200);
    for (const [name, says] of [
      ['  ', 'Please tell us your name.'],
      ['JII', 'This reads like the name of our organization'],
    ] as const) {
      const refused = await sendAnswers(web, goodAnswers, { name, japaneseWords: '書類です。' });
      expect([refused.status, refused.refusals['name']]).toEqual([422, expect.stringContaining(says)]);
      expect(refused.text).toContain(String(goodAnswers['ownWords']));
      expect(refused.html).toContain('>書類です。</textarea>');
      expect(await listCurrentRequests(house.db, person.id)).toHaveLength(0);
    }
    expect((await sendAnswers(web, goodAnswers, { name: 'Noor' })).flash).toContain('Sent.');
    expect(await listCurrentRequests(house.db, person.id)).toHaveLength(1);
    expect(await findPerson(house.db, person.id)).toMatchObject({ name: 'Noor', locale: 'en' });
    expect([...((await findActor(house.db, person.id, now))?.roles ?? [])]).toEqual(['resident']);
    expect((await checkAnswers(web, goodAnswers)).html).not.toContain('name="name"');
  });

  test('tells what is in the account from what is only in this tab', async () => {
    const { web } = await makeResident(house);
    await web.post('/spot/requests/summary', { ...goodAnswers, intent: 'keep' });
    const { html } = await web.get('/spot/requests/new');
    expect(html).toContain('What you kept before is in your account. It stays there for 30 days');
    expect(html).toMatch(/data-draft-note[^>]*>What you type stays .* puts it into your account for 30 days/);
  });

  test('is there for a visitor, who signs in when it is sent and has typed nothing in vain', async () => {
    const visitor = house.as();
    const { status, html, text } = await visitor.get('/spot/requests/new');
    expect(status).toBe(200);
    expect(text).toContain('You sign in at the end.');
    expect(html).not.toContain('name="photo"');
    const fields = { ...goodAnswers, asVisitor: 'yes', placeAt: 'elsewhere' };
    expect((await visitor.post('/spot/requests/check', fields)).status).toBe(200);
    const sent = await visitor.post('/spot/requests/new', fields);
    expect(sent.location).toBe('/sign-in?back=%2Fspot%2Frequests%2Fsummary');
    expect(sent.headers.get('set-cookie')).toMatch(
      /^__Host-draft=[\w-]{32}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600$/,
    );
    expect((await visitor.post('/spot/requests', {})).location).toContain('/sign-in');
  });

  test.each(LOCALES)('has one headline and no id twice in %s', async (locale) => {
    const { html } = await (await makeResident(house)).in(locale).get('/spot/requests/new');
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
