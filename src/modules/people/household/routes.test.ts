import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { listHousehold } from './store.ts';

const house = await testHouse([peopleModule()]);
let id: string;
let web: Visitor;
beforeEach(async () => {
  id = (await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Mina', now: house.clock() }))).id;
  web = house.as(actorOf({ id }));
});
const ren = { name: '蓮', relation: 'child', birthYear: '2020', birthMonth: '2' };

describe('the household', () => {
  it.each(LOCALES)('can be read in %s, empty and with a child', async (locale) => {
    const own = house.as(actorOf({ id }), locale);
    const empty = await own.get('/me/household');
    await own.post('/me/household/members', ren);
    const full = await own.get('/me/household');
    expect(empty.html).toContain('class="empty-state"');
    expect(full.html).not.toContain('class="empty-state"');
    expect(full.text).toContain('蓮');
    expect(full.text).toContain('6');
  });

  it('lets a child go again', async () => {
    await web.post('/me/household/members', ren);
    const [child] = await listHousehold(house.db, id);
    const answer = await web.post(`/me/household/members/${child?.personId}/removal`);
    expect(answer).toMatchObject({ status: 303, flash: 'Removed.' });
    expect(await listHousehold(house.db, id)).toEqual([]);
  });

  it.each([
    ['a child without month', { ...ren, birthMonth: '' }, 'birthMonth'],
    ['month 13', { ...ren, birthMonth: '13' }, 'birthMonth'],
    ['a month to come', { ...ren, birthYear: '2026', birthMonth: '12' }, 'birthMonth'],
    ['nobody’s name', { ...ren, name: '' }, 'name'],
    ['a relation nobody offers', { ...ren, relation: 'boss' }, 'relation'],
  ])('refuses %s beside the field', async (_, fields, field) => {
    const answer = await web.post('/me/household/members', fields);
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toBeTruthy();
    expect(answer.html).toContain('value="2020"'.replace('2020', fields.birthYear));
  });

  it('answers for another household’s child as if there were none', async () => {
    await web.post('/me/household/members', ren);
    const [child] = await listHousehold(house.db, id);
    const other = await inTransaction(house.db, (tx) =>
      createPerson(tx, { name: 'Other', now: house.clock() }),
    );
    const answer = await house.as(actorOf(other)).post(`/me/household/members/${child?.personId}/removal`);
    expect(answer.status).toBe(404);
    expect(await listHousehold(house.db, id)).toHaveLength(1);
  });
});
