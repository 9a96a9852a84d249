import { describe, expect, test } from 'vitest';
import { goodAnswers, makeResident, spotHouse } from '../../../../../test/support/asking-form.ts';
import { actorOf } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { createPerson, registerPerson } from '../../../people/index.ts';
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
    expect(text).toContain('In the town where I live: Sumida Azumabashi 1-chome ( 吾妻橋一丁目');
    expect(html).not.toMatch(/name="placeAt"[^>]* checked|value="13107" selected/);
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
    expect(answer.location).toBe('/welcome?back=/spot/requests/new');
  });

  test('sent by who nobody has welcomed yet is kept until they have said their name', async () => {
    const person = await inTransaction(house.db, (tx) =>
      registerPerson(tx, { email: 'nameless@example.org', locale: 'en', now }),
    );
    const web = house.as(actorOf({ id: person.id }, []));
    const sent = await web.post('/spot/requests', goodAnswers);
    expect(sent.location).toBe('/welcome?back=/spot/requests/summary');
    expect(await listCurrentRequests(house.db, person.id)).toHaveLength(0);
    expect((await web.get('/spot/requests/summary')).text).toContain(String(goodAnswers['ownWords']));
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
    const sent = await visitor.post('/spot/requests/summary', fields);
    expect(sent.location).toMatch(/^\/sign-in\?back=%2Fkept-forms%2F/);
    expect((await visitor.post('/spot/requests', fields)).location).toContain('/sign-in');
  });

  test.each(LOCALES)('has one headline and no id twice in %s', async (locale) => {
    const { html } = await (await makeResident(house)).in(locale).get('/spot/requests/new');
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
