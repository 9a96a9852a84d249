import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { LOCALES } from '../../platform/languages/locales.ts';
import { createPerson } from '../people/index.ts';
import { safetyModule } from './index.ts';

const house = await testHouse([safetyModule]);
const mori = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Mori', now: house.clock() }));
const administrator = house.as(actorOf(mori, ['administrator']));

describe('help now', () => {
  test.each(LOCALES)('anybody can read it in %s', async (locale) => {
    const answer = await house.as(undefined, locale).get('/help-now');
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('tel:119');
    expect(answer.html).toContain('tel:%238891');
    expect(answer.html).not.toContain('tel:%238000');
  });

  test.each(LOCALES)('the two numbers to call come before any other word in %s', async (locale) => {
    const { html } = await house.as(undefined, locale).get('/help-now');
    const main = html.slice(html.indexOf('<h1'));
    const [first, second] = [...main.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
    expect([first, second]).toEqual(['tel:119', 'tel:110']);
    expect(main.indexOf('tel:119')).toBeLessThan(main.indexOf('<p'));
    expect(main.match(/tel:119"/g)).toHaveLength(1);
  });

  test('a line called today is shown with the day', async () => {
    await administrator.post('/helplines/verifications', { number: '#8000' });
    const answer = await house.as().get('/help-now');
    expect(answer.text).toContain('We called and checked on Tue, Nov 24, 2026');
  });

  test('a hidden line is gone, and comes back', async () => {
    await administrator.post('/helplines/visibility', { number: '118', isHidden: 'yes' });
    expect((await house.as().get('/help-now')).html).not.toContain('tel:118');
    await administrator.post('/helplines/visibility', { number: '118', isHidden: 'no' });
    expect((await house.as().get('/help-now')).html).toContain('tel:118');
  });

  test('119 and 110 can’t be hidden, and an unknown number is refused', async () => {
    expect(
      (await administrator.post('/helplines/visibility', { number: '119', isHidden: 'yes' })).status,
    ).toBe(422);
    expect((await administrator.post('/helplines/verifications', { number: '12345' })).status).toBe(422);
  });

  test('only administrators see the list', async () => {
    expect((await administrator.get('/helplines')).status).toBe(200);
    expect(
      (await house.as(actorOf({ id: crypto.randomUUID() }, ['coordinator'])).get('/helplines')).status,
    ).toBe(403);
  });
});
