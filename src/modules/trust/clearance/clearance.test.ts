import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { remindOfClearances } from '../jobs.ts';
import { trustModule } from '../module.ts';
import { trustNews } from '../news.ts';
import { approvedForIds } from '../standing/store.ts';

const house = await testHouse([trustModule]);
const { db, clock } = house;
const now = clock();
const person = (name: string, roles: readonly Role[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name, roles: [...roles], now }));
const [haruka, other, admin] = [
  await person('Haruka', ['coordinator']),
  await person('Sakura', ['coordinator']),
  await person('Director', ['administrator']),
];
const keeper = house.as(actorOf(haruka, ['coordinator']), 'en');
const coordinator = house.as(actorOf(other, ['coordinator']), 'en');
const administrator = house.as(actorOf(admin, ['administrator']), 'en');
const mori = await makeVolunteer(db, now, { name: 'Mori', roles: ['volunteer', 'tutor'] });
const PAGE = '/trust/clearances';
const today = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
const checked = { personId: mori.id, checkedOn: today.toString() };
const counts = async (at = clock()) => (await approvedForIds(db, 'classes', [mori.id], at)).has(mori.id);

describe('a permission of its own', () => {
  test('until an administrator has named somebody, no coordinator reads or records a check', async () => {
    const { text } = await keeper.get(PAGE);
    expect(text).toContain('Nobody records checks yet.');
    expect(text).not.toContain('Mori');
    expect((await keeper.post(`${PAGE}/checks`, checked)).status).toBe(404);
    expect(
      (await keeper.post(`/trust/people/${mori.id}/checks`, { check: 'child_safety_check', ...checked }))
        .status,
    ).toBe(422);
    expect(await counts()).toBe(false);
  });

  test('is given by administrators, to coordinators, never to oneself', async () => {
    const name = (personId: string) => administrator.post(`${PAGE}/keepers`, { personId });
    expect((await name(admin.id)).text).toContain('Somebody else decides about you.');
    expect((await name(mori.id)).text).toContain('Choose a coordinator.');
    expect((await coordinator.post(`${PAGE}/keepers`, { personId: other.id })).status).toBe(403);
    expect((await name(haruka.id)).flash).toBe('Named.');
    expect((await name(haruka.id)).flash).toBe('Named.');
    expect(await db.selectFrom('trust.clearance_keepers').selectAll().execute()).toHaveLength(1);
    const own = db
      .insertInto('trust.clearance_keepers')
      .values({ person_id: admin.id, named_by: admin.id, named_at: now })
      .execute();
    expect(violatedConstraint(await own.catch((problem: unknown) => problem))).toBe(
      'clearance_keepers_are_named_by_others',
    );
  });

  test('others who run the house read whom to ask, and nobody’s clearance', async () => {
    for (const reader of [coordinator, administrator]) {
      const { text } = await reader.get(PAGE);
      expect(text).toContain('Haruka');
      expect(text).not.toContain('Mori');
    }
    expect((await coordinator.post(`${PAGE}/checks`, checked)).status).toBe(404);
  });
});

test('who keeps them hears of an end in time, once, and nobody else', async () => {
  const due = async () => {
    await remindOfClearances({ db, clock });
    return db.selectFrom('platform.events').select('ids').where('type', '=', 'trust.clearance.due').execute();
  };
  await keeper.post(`${PAGE}/checks`, checked);
  expect(await due()).toEqual([]);
  clock.set(now.add({ hours: 24 * (365 * 5 - 60) }));
  await due();
  expect(await due()).toEqual([{ ids: { aboutPersonId: mori.id } }]);
  const kind = trustNews.find((one) => one.kind === 'desk_clearance_due') ?? expect.fail();
  expect(await kind.whom({ db, ids: { aboutPersonId: mori.id }, now: clock() })).toEqual([haruka.id]);
  const asked = { db, roles: new Set<Role>(['coordinator']), objectId: '', now: clock() };
  expect(await kind.mayKnow({ ...asked, personId: haruka.id })).toBe(true);
  expect(await kind.mayKnow({ ...asked, personId: other.id })).toBe(false);
  clock.set(now);
  await db.deleteFrom('trust.completions').where('step', '=', 'child_safety_check').execute();
});

describe('a clearance', () => {
  test('is pledged, then checked: from then on somebody counts for classes, until it expires', async () => {
    expect((await keeper.get(PAGE)).text).toMatch(/Mori .*pledged/);
    const future = { ...checked, checkedOn: today.add({ days: 1 }).toString() };
    expect(Object.keys((await keeper.post(`${PAGE}/checks`, future)).refusals)).toEqual(['checkedOn']);
    expect((await keeper.post(`${PAGE}/checks`, checked)).flash).toBe('Recorded.');
    expect((await keeper.get(PAGE)).text).toMatch(/Mori .*checked, in order/);
    expect(await counts()).toBe(true);
    clock.set(now.add({ hours: 24 * 366 * 5 }));
    const { text } = await keeper.get(PAGE);
    expect(text).toMatch(/Mori .*ran out on/);
    expect(await counts()).toBe(false);
    clock.set(now);
  });

  test('whoever is named no longer reads and records no longer', async () => {
    expect((await administrator.post(`${PAGE}/keepers/${haruka.id}/ending`)).flash).toBe('Ended.');
    expect((await keeper.get(PAGE)).text).not.toContain('Mori');
    expect((await keeper.post(`${PAGE}/checks`, checked)).status).toBe(404);
  });

  test('has no place for what was seen', async () => {
    const rows = await db
      .selectFrom('trust.completions')
      .select(['words', 'pledge_lines', 'interview_id'])
      .where('step', '=', 'child_safety_check')
      .execute();
    expect(rows).toEqual([{ words: null, pledge_lines: null, interview_id: null }]);
  });
});

test('where approval itself asks for the check, whoever applies is on the list', async () => {
  const applicant = await makeApplicant(db, now, { name: 'Newcomer' });
  await administrator.post(`${PAGE}/keepers`, { personId: haruka.id });
  expect((await keeper.get(PAGE)).text).not.toContain('Newcomer');
  await db
    .updateTable('trust.policy_steps')
    .set({ demand: 'required' })
    .where('step', '=', 'child_safety_check')
    .execute();
  expect((await keeper.get(PAGE)).text).toContain('Newcomer');
  const posted = await keeper.post(`${PAGE}/checks`, { ...checked, personId: applicant.id });
  expect(posted.flash).toBe('Recorded.');
});
