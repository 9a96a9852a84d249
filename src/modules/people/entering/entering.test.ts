import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, findByEmail, findPerson, listRoles } from '../index.ts';
import { peopleModule } from '../module.ts';

const house = await testHouse([peopleModule()]);
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const coordinator = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: '小林', email: 'kobayashi@example.org', roles: ['coordinator'], now }),
);
const web = house.as(actorOf(coordinator, ['coordinator']));
const CALLER = {
  name: 'Dil Maya',
  phone: '０９０・１２３４・５６７８',
  locale: 'ja-easy',
  'place.municipality': '13107',
  'place.town': '吾妻橋一丁目',
  agreed: 'on',
};

/** @returns the id of who was entered */
async function enter(fields: Record<string, string> = {}): Promise<string> {
  const { location } = await web.post('/people/new', { ...CALLER, ...fields });
  return /\/people\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
}

describe('somebody who has called', () => {
  it('is entered without an address, as a resident, and found by name', async () => {
    const id = await enter();
    expect(await findPerson(house.db, id)).toMatchObject({
      name: 'Dil Maya',
      email: null,
      phone: '090-1234-5678',
      preferredChannel: 'phone',
      town: '吾妻橋一丁目',
    });
    expect((await listRoles(house.db, id)).map(({ role }) => role)).toEqual(['resident']);
    expect((await web.get('/people?q=dil')).html).toContain(id);
    expect((await web.get(`/people/${id}`)).html).toContain(`/people/${id}/requests/new`);
    const entry = await house.db
      .selectFrom('audit.entries')
      .selectAll()
      .where('action', '=', 'people.person.entered')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(entry.actor_id).toBe(coordinator.id);
  });

  it.each([
    ['name', ''],
    ['phone', ''],
    ['phone', 'no number'],
    ['agreed', ''],
    ['place.town', 'Nowhere'],
  ])('is not without a right %s (%s)', async (field, value) => {
    const refused = await web.post('/people/new', { ...CALLER, [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.refusals[field]).toBeTruthy();
  });

  it('says above the form in which fields something is missing', async () => {
    const refused = await web.post('/people/new', { ...CALLER, phone: '', name: '' });
    expect(refused.text).toContain('2 answers need another look');
    expect(refused.text).toMatch(/Name\s*Please fill this in\..*Phone\s*Please fill this in\./);
  });

  it('is for coordinators to enter', async () => {
    const others = house.as(actorOf(coordinator, ['administrator']));
    expect((await others.get('/people/new')).status).toBe(403);
    expect((await others.post('/people/new', CALLER)).status).toBe(403);
  });
});

describe('an address', () => {
  const address = { email: 'Ｄil.Maya@example.org', agreed: 'on' };

  it('lets them sign in from now on, and is given once', async () => {
    const id = await enter();
    expect((await web.get(`/people/${id}/address`)).text).toContain('Add an email address for Dil Maya');
    expect((await web.post(`/people/${id}/address`, { ...address, agreed: '' })).status).toBe(422);
    expect((await web.post(`/people/${id}/address`, address)).status).toBe(303);
    expect((await findByEmail(house.db, 'dil.maya@example.org'))?.id).toBe(id);
    const again = await web.post(`/people/${id}/address`, { email: 'other@example.org', agreed: 'on' });
    expect(again.status).toBe(404);
    expect((await findPerson(house.db, id))?.email).toBe('dil.maya@example.org');
  });

  it('is nobody else’s, and never of somebody who holds more than a resident’s role', async () => {
    const id = await enter();
    const taken = await web.post(`/people/${id}/address`, { email: 'kobayashi@example.org', agreed: 'on' });
    expect(taken.refusals['email']).toContain('Somebody else');
    const helper = await inTransaction(house.db, (tx) =>
      createPerson(tx, { name: 'Haru', roles: ['volunteer'], now }),
    );
    const more = await web.post(`/people/${helper.id}/address`, {
      email: 'haru@example.org',
      agreed: 'on',
    });
    expect(more.refusals['email']).toContain('another role');
  });
});
