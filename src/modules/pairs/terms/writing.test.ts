import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import { checkEasyJapanese } from '../../../japanese/easy.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { createPerson } from '../../people/index.ts';
import { pairsModule } from '../module.ts';
import { SIDES } from '../types.ts';
import { paragraphsOf } from './rules.ts';
import { currentTerms } from './store.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;
const now = house.clock();
const administrator = await inTransaction(db, (tx) => createPerson(tx, { name: 'Makoto', now }));
const office = house.as(actorOf(administrator, ['administrator']));
const { id, personId } = await inTransaction(db, (tx) => applyForPair(tx, { side: 'resident', now }));
const web = house.as(actorOf({ id: personId }, ['resident']));
const sign = (signs: string) => web.post('/pairs/terms', { signs, agreed: 'on' });
const first = await currentTerms(db, 'resident', now);

describe('the first terms', () => {
  it.each(SIDES)('of a %s say in every language that they are a draft, and the same', async (side) => {
    const { texts, version } = await currentTerms(db, side, now);
    expect(version).toBe(1);
    const counts = LOCALES.map((locale) => paragraphsOf(texts[locale]).length);
    expect(new Set(counts).size).toBe(1);
    expect(
      [texts.en, texts.ja, texts['zh-Hans'], texts['ja-easy']].map((text) => text.split('\n')[0]),
    ).toEqual([
      expect.stringContaining('draft'),
      expect.stringContaining('草案'),
      expect.stringContaining('草案'),
      expect.stringContaining('下書《したが》き'),
    ]);
  });

  it.each(SIDES)('of a %s can be read in Easy Japanese', async (side) => {
    const { texts } = await currentTerms(db, side, now);
    const errors = paragraphsOf(texts['ja-easy']).flatMap((paragraph) =>
      checkEasyJapanese(paragraph).filter(({ level }) => level === 'refused'),
    );
    expect(errors).toEqual([]);
  });
});

describe('another version', () => {
  const words = {
    ...first.texts,
    en: first.texts.en.replace('about two hours a week', 'about three hours a week'),
  };

  it('is asked again of whoever has signed, old beside new', async () => {
    await sign('1');
    expect((await web.get('/pairs')).text).not.toContain('The terms have changed');
    const written = await office.post('/settings/pairs-terms/resident', { ...typed(words), seen: '1' });
    expect(written.flash).toContain('Version 2 is in force now');
    expect((await web.get('/pairs')).text).toContain('The terms have changed');
    const shown = await web.get('/pairs/terms');
    expect(shown.text).toContain('about two hours a week');
    expect(shown.html).toMatch(/<strong>[^<]*about three hours a week/);
    expect((await sign('1')).text).toContain('have changed while you read them');
    expect((await sign('2')).flash).toContain('You have signed');
    expect((await web.get('/pairs/terms')).text).toContain('You have signed these');
    const rows = await db
      .selectFrom('pairs.signatures')
      .select('version')
      .where('application_id', '=', id)
      .execute();
    expect(rows.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  it('is not written upon another one that its writer has not seen, nor where nothing differs', async () => {
    const late = await office.post('/settings/pairs-terms/resident', { ...typed(first.texts), seen: '1' });
    expect(late.text).toContain('Somebody else has saved a version meanwhile');
    const same = (await currentTerms(db, 'resident', now)).texts;
    const again = await office.post('/settings/pairs-terms/resident', { ...typed(same), seen: '2' });
    expect(again.text).toContain('the same as the version in force');
  });

  it('leaves those of the other side as they are', async () => {
    expect((await currentTerms(db, 'volunteer', now)).version).toBe(1);
  });
});

it('a version is never changed in the database, whoever asks', async () => {
  await expect(db.updateTable('pairs.terms').set({ version: 9 }).execute()).rejects.toThrow(
    'permission denied',
  );
});

it('everybody can read the terms before they apply', async () => {
  expect((await house.as().get('/pairs/terms?side=volunteer')).text).toContain('Terms for volunteers');
});

/** As the form of the next version sends it. */
function typed(texts: object): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [`text.${locale}`, text]));
}
