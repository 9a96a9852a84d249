import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findPerson } from '../persons/store.ts';

const house = await testHouse([peopleModule()]);
let id: string;
let web: Visitor;
beforeEach(async () => {
  id = (await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Aya', now: house.clock() }))).id;
  web = house.as(actorOf({ id }, ['volunteer']));
});

describe('the place', () => {
  it.each(LOCALES)('is asked by town in %s', async (locale) => {
    const page = await house.as(actorOf({ id }), locale).get('/me/place');
    expect(page.html).toContain('name="place.postcode"');
    expect(page.html).not.toContain('name="maxTravelKm"');
  });

  it('lists the municipalities of a prefecture by the alphabet in English', async () => {
    const tokyo = (await web.get('/me/place')).html.split('<optgroup')[1] ?? '';
    const names = [...tokyo.matchAll(/<option[^>]*>([^<]+)</g)].map(([, name]) => name);
    expect(names.length).toBe(62);
    expect(names).toEqual(names.toSorted());
  });

  it('shows the towns of a postcode without scripts, and keeps nothing yet', async () => {
    const page = await web.post('/me/place', {
      'place.postcode': '130-0001',
      maxTravelKm: '7',
      lookUp: 'yes',
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain('3 towns found');
    expect(page.html).toContain('<option value="吾妻橋一丁目"');
    expect(page.html).toMatch(/value="13107"[^>]* selected/);
    expect((await findPerson(house.db, id))?.town).toBeNull();
  });

  it.each([
    ['is unknown', '999-9999', 'We don’t know this postal code'],
    ['is none', '123', 'seven digits'],
  ])('says beside the field that a postcode %s', async (_, postcode, sentence) => {
    const page = await web.post('/me/place', { 'place.postcode': postcode, look_up: 'yes' });
    expect(page.status).toBe(422);
    expect(page.refusals['place.postcode']).toContain(sentence);
    expect(page.html).toContain(`value="${postcode}"`);
  });

  it('is kept with the way a volunteer goes', async () => {
    const fields = { 'place.municipality': '13107', 'place.town': '吾妻橋1丁目', max_travel_km: '１２' };
    const answer = await web.post('/me/place', fields);
    expect(answer).toMatchObject({ status: 303, flash: 'Saved: 吾妻橋一丁目.' });
    expect(await findPerson(house.db, id)).toMatchObject({
      municipalityCode: '13107',
      town: '吾妻橋一丁目',
      maxTravelKm: 12,
    });
    expect((await web.get('/me/place')).html).toContain('value="吾妻橋一丁目"');
  });

  it.each([
    [
      'a street outside the area',
      { 'place.municipality': '13107', 'place.town': '札幌市北一条' },
      'place.town',
    ],
    ['a postcode outside the area', { 'place.postcode': '060-0001' }, 'place.postcode'],
    ['nothing', {}, 'place.postcode'],
    [
      '101 kilometers',
      { 'place.municipality': '13107', 'place.town': '吾妻橋一丁目', max_travel_km: '101' },
      'maxTravelKm',
    ],
    [
      'minus one kilometer',
      { 'place.municipality': '13107', 'place.town': '吾妻橋一丁目', max_travel_km: '-1' },
      'maxTravelKm',
    ],
    ['NUL in the town', { 'place.municipality': '13107', 'place.town': '吾\0妻橋' }, 'place.town'],
  ])('refuses %s beside the field', async (_, fields, field) => {
    const answer = await web.post('/me/place', fields);
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toBeTruthy();
    expect((await findPerson(house.db, id))?.town).toBeNull();
  });
});
