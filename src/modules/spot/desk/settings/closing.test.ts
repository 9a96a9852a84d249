import { describe, expect, it } from 'vitest';
import { DESK_OF_SPOT } from '../../../../../test/support/desk.ts';
import { testFiles } from '../../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { makeNeighborhood, refusedAs, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { typedValues } from '../../../../kits/forms/index.ts';
import { type Hours, hoursForm, markOf, slotsModule } from '../../../../kits/slots/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { readSetting, writeSetting } from '../../../../platform/settings/settings.ts';
import { volunteerRoutes } from '../../meet/volunteer-routes.tsx';
import { askVolunteers } from '../../offer/ask-volunteers.ts';
import { confirmAssignment } from '../../offer/confirm-assignment.ts';
import { requestRoutes } from '../../request/routes.tsx';
import { type SpotSettings, spotSetting } from '../../settings.ts';
import { deskRoutes } from '../routes.tsx';
import { spotRefusals } from '../words.ts';
import { namesOf, spotClosing } from './closing.tsx';
import { spotForm } from './form.tsx';

const files = testFiles();
const routes = [
  ...volunteerRoutes,
  ...requestRoutes({ files, publicUrl: 'https://otonari.test' }),
  ...deskRoutes,
];
const house = await testHouse([
  { name: 'spot', messages: spotRefusals, routes },
  DESK_OF_SPOT,
  slotsModule([], [spotClosing]),
]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const administrator = house.as(actorOf({ id: place.coordinatorId }, ['administrator']));
const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));

/** As an administrator saves what they have before them. */
const saveAt = async (path: string, fields: Record<string, string | readonly string[]>) => {
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await administrator.get(path)).html) ?? [];
  return administrator.post(path, { ...fields, seen });
};
const save = (fields: Record<string, string | readonly string[]>) => saveAt('/settings/hours', fields);
const hoursOf = (hours: Hours) => typedValues(hoursForm, hours);

const TUESDAY_TEN = MONDAY_TEN.add({ hours: 24 });
const settings = () => readSetting(house.db, spotSetting);
const close = (changes: Partial<SpotSettings>) =>
  inTransaction(house.db, async (tx) =>
    writeSetting(tx, spotSetting, {
      value: { ...spotSetting.value, ...changes },
      seen: null,
      by: null,
      now: story.now,
    }),
  );

describe('a day that is closed after somebody has asked for it', () => {
  it('is saved only when what it affects has been looked at', async () => {
    await story.confirmed();
    await story.asked({ possibleTimes: [MONDAY_TEN.add({ minutes: 30 }), TUESDAY_TEN] });
    const fields = { ...hoursOf(await settings()), closedOn: ['2026-12-07'] };
    const first = await save(fields);
    expect(first.status).toBe(422);
    expect(first.refusals['closesKnown']).toContain('2 requests have a time that this closes');
    expect(first.text).toMatch(
      /Agreed · Mon, Dec 7, 2026, 10:00 · .*Possible time · Mon, Dec 7, 2026, 10:30 ·/,
    );
    expect(first.text).not.toMatch(/Tue, Dec 8|Sita|おとなり0/);
    expect((await settings()).closedOn).toEqual([]);
    const [, closesKnown = ''] = /name="closesKnown"[^>]* value="([^"]+)"/.exec(first.html) ?? [];
    await story.asked({ possibleTimes: [MONDAY_TEN.add({ hours: 3 })] });
    expect((await save({ ...fields, closesKnown })).status).toBe(422);
    const again = await save({ ...fields, closesKnown: '' });
    const [, all = ''] = /name="closesKnown"[^>]* value="([^"]+)"/.exec(again.html) ?? [];
    expect(again.text).toMatch(/Possible time · Mon, Dec 7, 2026, 13:00 ·/);
    expect(all).not.toBe(closesKnown);
    expect((await save({ ...fields, closesKnown: all })).status).toBe(303);
    expect((await settings()).closedOn).toEqual(['2026-12-07']);
    // Closed already: saving something else asks no more.
    expect((await save({ ...fields, openOn: ['2026-12-06'] })).status).toBe(303);
    await close({});
  });

  it('is saved however many requests it affects', async () => {
    const one = { category: 'admin', placeKind: 'online', municipalityCode: null, town: null } as const;
    const many = Array.from({ length: 3000 }, () => ({
      ...{ ...one, requestId: crypto.randomUUID(), durationMinutes: 60, isAgreed: false },
      times: [MONDAY_TEN, TUESDAY_TEN],
    }));
    const mark = (some: typeof many) => markOf([{ count: some.length, names: namesOf(some), items: [] }]);
    const closesKnown = mark(many);
    expect(hoursForm.schema.safeParse({ ...hoursOf(await settings()), closesKnown }).data).toMatchObject({
      closesKnown,
    });
    expect(mark(many.map((each) => ({ ...each, times: [MONDAY_TEN] })))).not.toBe(closesKnown);
  });

  it('is offered no more, and a yes to it is refused', async () => {
    const id = await story.asked({ possibleTimes: [MONDAY_TEN, TUESDAY_TEN] });
    const [offer] = await house.db
      .selectFrom('spot.offers')
      .select('id')
      .where('request_id', '=', id)
      .where('volunteer_id', '=', story.first)
      .execute();
    const path = `/spot/offers/${offer?.id}`;
    expect((await volunteer.get(path)).text).toContain('Dec 7');
    await close({ closedOn: ['2026-12-07'] });
    expect((await volunteer.get(path)).text).not.toContain('Dec 7');
    expect((await volunteer.get('/spot/offers')).html).toContain(`value="${TUESDAY_TEN.toString()}"`);
    expect((await volunteer.get('/spot/offers')).html).not.toContain(`value="${MONDAY_TEN.toString()}"`);
    expect(refusedAs(await story.accept(id, story.first, MONDAY_TEN))).toBe('closed_on_that_day');
    expect(refusedAs(await story.accept(id, story.first, TUESDAY_TEN))).toBe('accepted');
    await close({});
  });

  it('is asked of nobody: who is free on that day alone fits no more', async () => {
    const id = await story.opened({ possibleTimes: [MONDAY_TEN.add({ hours: 5 })] });
    await close({ closedOn: ['2026-12-07'] });
    expect(refusedAs(await story.act((tx) => askVolunteers(tx, story.on(id, 'coordinator'))))).toBe(
      'nobody_fits_now',
    );
    expect((await coordinator.get(`/desk/requests/${id}`)).text).toContain('No possible time is left');
    await close({});
    expect(refusedAs(await story.act((tx) => askVolunteers(tx, story.on(id, 'coordinator'))))).toBe(
      'accepted',
    );
  });

  it('leaves a visit as agreed, and brings it to the desk', async () => {
    const wednesday = MONDAY_TEN.add({ hours: 48 });
    const id = await story.confirmed({ possibleTimes: [wednesday] });
    const rowOf = async () =>
      /Sita and おとなり0 agreed on a closed day/.test((await coordinator.get('/desk')).text);
    expect(await rowOf()).toBe(false);
    await close({ closedOn: ['2026-12-09'] });
    expect(await rowOf()).toBe(true);
    expect((await coordinator.get(`/desk/requests/${id}`)).text).toContain(
      'agreed before we closed at that time',
    );
    await close({});
  });
});

describe('hours that are changed after somebody has asked', () => {
  it('list what they hit, and hold: a visit that would end after closing is offered no more', async () => {
    const three = MONDAY_TEN.add({ hours: 5 });
    const id = await story.asked({ possibleTimes: [MONDAY_TEN.add({ hours: 1 }), three] });
    const fields = { ...hoursOf(await settings()), closesAt: '15:30' };
    const first = await save(fields);
    expect(first.refusals['closesKnown']).toContain('a time that this closes');
    expect(first.text).toMatch(/Possible time · Mon, Dec 7, 2026, 15:00 ·/);
    expect(first.text).not.toMatch(/Possible time · [^·]*11:00/);
    await close({ closesAt: '15:30' });
    expect((await volunteer.get('/spot/offers')).html).not.toContain(`value="${three.toString()}"`);
    expect(refusedAs(await story.accept(id, story.first, three))).toBe('closed_on_that_day');
    await close({});
  });
});

it('lets nobody confirm a yes whose day was closed meanwhile, and says to ask for another time', async () => {
  const thursday = MONDAY_TEN.add({ hours: 72 });
  const id = await story.acceptedByFirst({ possibleTimes: [thursday] });
  const confirm = () => story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
  await close({ closedOn: ['2026-12-10'] });
  expect(refusedAs(await confirm())).toBe('agreed_time_is_closed');
  const resident = house.as(actorOf({ id: place.residentId }, ['resident']));
  const page = await resident.get(`/spot/requests/${id}`);
  expect(page.text).toContain('Please ask for another time');
  expect(page.html).not.toContain('/confirmation"');
  expect(page.html).toContain(`/spot/requests/${id}/conversation"`);
  await close({});
  expect((await resident.get(`/spot/requests/${id}`)).html).toContain('/confirmation"');
  expect(refusedAs(await confirm())).toBe('accepted');
});

it('names in the audit only what was changed, in whatever order a browser sends a list', async () => {
  const areaPrefectures = ['13', '14', '11', '12'];
  const fields = { ...typedValues(spotForm, await settings()), areaPrefectures, mostMinutes: ['2', '30'] };
  expect((await saveAt('/settings/spot', fields)).status).toBe(303);
  const latest = await house.db
    .selectFrom('audit.entries')
    .select('detail')
    .where('action', '=', 'spot.settings.changed')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(latest?.detail).toMatchObject({ changed: 'mostMinutes', becomes: '{"mostMinutes":150}' });
});
