import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findPerson } from '../persons/store.ts';
import { listLanguages } from './store.ts';

const house = await testHouse([peopleModule()]);
const make = (name: string) =>
  inTransaction(house.db, (tx) => createPerson(tx, { name, now: house.clock() }));

describe('languages by task', () => {
  it.each(LOCALES)('are asked in %s', async (locale) => {
    const web = house.as(actorOf(await make('Ram')), locale);
    const page = await web.get('/me/languages');
    expect(page.html).toContain('name="languages.ne.speak"');
    expect(page.html).not.toContain('name="languages.ja.speak"');
  });

  it('are kept and shown again, beside what is known of Japanese', async () => {
    const { id } = await make('Ram');
    const web = house.as(actorOf({ id }));
    await web.post('/me/japanese', { japanese_speaking: 'a2', 'languages.ja.read': 'a_little' });
    await web.post('/me/languages', {
      'languages.ne.speak': 'well',
      'languages.ne.phone': 'yes',
      'languages.ja.read': 'well',
    });
    expect(await listLanguages(house.db, id)).toEqual([
      { language: 'ne', speak: 3, read: 0, write: 0, phone: 2 },
      { language: 'ja', speak: 0, read: 1, write: 0, phone: 0 },
    ]);
    const page = await web.get('/me/languages');
    expect(page.html).toMatch(/name="languages.ne.speak".*?<option value="well" selected/s);
  });

  it('refuse a level nobody offers, and keep the rest as typed', async () => {
    const web = house.as(actorOf(await make('Ram')));
    const answer = await web.post('/me/languages', {
      'languages.ne.speak': 'well',
      'languages.en.speak': '99',
    });
    expect(answer.status).toBe(422);
    expect(answer.refusals['languages']).toBeDefined();
    expect(answer.html).toMatch(/name="languages.ne.speak".*?<option value="well" selected/s);
  });
});

describe('the self-check of Japanese', () => {
  it('is required in words about what one can do', async () => {
    const web = house.as(actorOf(await make('Ram')));
    const answer = await web.post('/me/japanese', { 'languages.ja.read': 'well' });
    expect(answer.refusals['japaneseSpeaking']).toBe('Please choose the sentence that fits you best.');
    expect(answer.html).toMatch(/name="languages.ja.read".*?<option value="well" selected/s);
  });

  it('asks only volunteers about Easy Japanese, and keeps it of nobody else', async () => {
    const { id } = await make('Aya');
    const fields = { japaneseSpeaking: 'native', easesJapanese: 'on' };
    await house.as(actorOf({ id })).post('/me/japanese', fields);
    expect(await findPerson(house.db, id)).toMatchObject({
      japaneseSpeaking: 'native',
      easesJapanese: false,
    });
    const volunteer = house.as(actorOf({ id }, ['volunteer']));
    expect((await volunteer.get('/me/japanese')).html).toContain('name="easesJapanese"');
    await volunteer.post('/me/japanese', fields);
    expect(await findPerson(house.db, id)).toMatchObject({ easesJapanese: true });
  });
});
