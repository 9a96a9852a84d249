import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findSharedProfile } from './store.ts';

const house = await testHouse([peopleModule()]);
const mina = await inTransaction(house.db, (tx) =>
  createPerson(tx, {
    name: 'Mina Kim',
    preferredName: 'Mina',
    phone: '090-1234-5678',
    about: 'I like tea.',
    municipalityCode: '13107',
    town: '吾妻橋一丁目',
    now: house.clock(),
    languages: [{ language: 'ko', speak: 3, read: 3, write: 3, phone: 3 }],
  }),
);
const web = house.as(actorOf(mina));

describe('sharing', () => {
  it('shows the preview with the name to call and languages, and nothing else at first', async () => {
    const page = await web.get('/me/sharing');
    expect(page.text).toContain('This is what a volunteer sees of you');
    expect(page.text).toContain('Speaks Korean');
    expect(page.text).not.toMatch(/090|Mina Kim|I like tea|吾妻橋/);
  });

  it.each(LOCALES)('shows what has been chosen in %s', async (locale) => {
    const own = house.as(actorOf(mina), locale);
    await own.post('/me/sharing', { shared: ['town', 'about'] });
    const page = await own.get('/me/sharing');
    expect(page.text.replaceAll(' ', '')).toContain('吾妻橋一丁目');
    expect(page.text).toContain('I like tea.');
    expect(page.text).not.toContain('090');
  });

  it('can be taken back', async () => {
    await web.post('/me/sharing', { shared: 'phone' });
    expect(await findSharedProfile(house.db, mina.id, 'en')).toMatchObject({
      phone: '090-1234-5678',
      town: null,
    });
    await web.post('/me/sharing', {});
    expect(await findSharedProfile(house.db, mina.id, 'en')).toMatchObject({ phone: null });
  });

  it('refuses a field nobody offers', async () => {
    const answer = await web.post('/me/sharing', { shared: ['phone', 'gender'] });
    expect(answer.status).toBe(422);
    expect(answer.refusals['shared']).toBeTruthy();
  });
});
