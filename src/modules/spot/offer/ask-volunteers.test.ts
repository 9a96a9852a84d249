import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import {
  accepted,
  makeNeighborhood,
  makeVolunteer,
  refusedAs,
  Story,
} from '../../../../test/support/spot.ts';
import { MONDAY_TEN, samplePlace } from '../../../../test/support/spot-samples.ts';
import { followChanges } from '../../../kits/dispatch/index.ts';
import { FEW } from '../../../kits/dispatch/propose.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { pauseVolunteer, restrictVolunteer, suspendPerson } from '../../trust/index.ts';
import { askVolunteers, listOffersOfRequest, previewVolunteers } from '../index.ts';
import { spotVolunteers } from './volunteers.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 7);
const story = new Story(place);

async function ask(id: string, volunteerIds?: readonly string[]) {
  const on = { ...story.on(id, 'coordinator'), ...(volunteerIds && { volunteerIds }) };
  return story.act((tx) => askVolunteers(tx, on));
}

describe('asking volunteers', () => {
  test('asks the best few, then the next few, nobody twice', async () => {
    const id = await story.opened();
    const first = accepted(await ask(id)).askedIds;
    const second = accepted(await ask(id)).askedIds;
    expect([first.length, second.length]).toEqual([5, 2]);
    expect(new Set([...first, ...second]).size).toBe(7);
    expect(refusedAs(await ask(id))).toBe('nobody_fits_now');
    const offers = await listOffersOfRequest(db, id);
    expect(
      offers.every(({ reasons, score }) => reasons.reduce((sum, { points }) => sum + points, 0) === score),
    ).toBe(true);
  });

  test('asks whom the coordinator chooses, if they fit', async () => {
    const id = await story.opened();
    const chosen = [story.volunteer(6), story.volunteer(2)];
    expect([...accepted(await ask(id, chosen)).askedIds].sort()).toEqual([...chosen].sort());
    expect(refusedAs(await ask(id, chosen))).toBe('volunteer_does_not_fit');
    expect(refusedAs(await ask(id, [place.residentId]))).toBe('volunteer_does_not_fit');
  });

  test('ends after as many waves as the organization allows', async () => {
    const id = await story.opened();
    for (let wave = 0; wave < 4; wave++) accepted(await ask(id, [story.volunteer(wave)]));
    expect(refusedAs(await ask(id))).toBe('enough_volunteers_were_asked');
  });

  test('is for open requests only, and for coordinators', async () => {
    const id = await story.submitted();
    expect(refusedAs(await ask(id))).toBe('request_is_not_open');
    const on = story.on(id, 'requester');
    expect(refusedAs(await story.act((tx) => askVolunteers(tx, on)))).toBe('this_is_not_yours_to_do');
  });

  test('at the same time from two desks asks nobody twice', async () => {
    const id = await story.opened();
    const waves = await Promise.all([ask(id), ask(id), ask(id)]);
    expect(waves.map(refusedAs).sort()).toEqual(['accepted', 'accepted', 'nobody_fits_now']);
    expect((await listOffersOfRequest(db, id)).length).toBe(7);
  });
});

describe('the ranking', () => {
  test('leaves out, with the reason, whoever doesn’t fit', async () => {
    const make = (whole: Parameters<typeof makeVolunteer>[1]) =>
      inTransaction(db, (tx) => makeVolunteer(tx, whole));
    const speaksFrench = await make({
      languages: [{ language: 'fr', speak: 3, read: 3, write: 3, phone: 3 }],
    });
    const writesNoJapanese = await make({ japaneseSpeaking: 'b1' });
    const livesFar = await make({ municipalityCode: '14150', town: null, maxTravelKm: 1 });
    const isNeverFree = await make({ weekly: [] });
    const isUnapproved = await make({});
    await sql`update trust.applications set state = 'ended', ended_at = decided_at where person_id = ${isUnapproved}::uuid`.execute(
      db,
    );
    const isKeptApart = await make({});
    const [one, other] = [isKeptApart, place.residentId].sort();
    await sql`insert into trust.restrictions (kind, person_id, other_person_id, reason, since_at)
      values ('apart', ${one}::uuid, ${other}::uuid, '', ${story.now.toString()})`.execute(db);
    const id = await story.opened();
    const { ranked, excluded } = await previewVolunteers(db, id, story.now);
    const why = new Map(excluded.map(({ volunteerId, because }) => [volunteerId, because]));
    expect(
      [speaksFrench, writesNoJapanese, livesFar, isNeverFree, isKeptApart].map((who) => why.get(who)),
    ).toEqual(['no_shared_language', 'level_below_need', 'place_unknown', 'not_free', 'restricted']);
    const rankedIds = ranked.map(({ volunteerId }) => volunteerId);
    expect([...rankedIds].sort()).toEqual([...place.volunteerIds].sort());
    expect(why.has(isUnapproved)).toBe(false);
  });

  test('asks those first who were asked least lately, and keeps those out who have promised the time', async () => {
    const first = await story.opened();
    accepted(await ask(first, [story.first]));
    accepted(await story.accept(first, story.first));
    const newcomer = await inTransaction(db, (tx) => makeVolunteer(tx));
    const id = await story.opened();
    const { ranked, excluded } = await previewVolunteers(db, id, story.now);
    expect([ranked.length, ranked[0]?.volunteerId]).toEqual([7, newcomer]);
    expect(excluded.find(({ volunteerId }) => volunteerId === story.first)?.because).toBe('overlaps_visit');
  });

  test('finds nobody once all times have passed', async () => {
    const id = await story.opened();
    const { ranked } = await previewVolunteers(db, id, story.now.add({ hours: 24 * 30 }));
    expect(ranked).toEqual([]);
  });
});

describe('whoever was copied into the index for dispatch', () => {
  /** So many that the index is asked; nobody of them can be reached. */
  beforeAll(() =>
    sql`insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
      select gen_random_uuid(), 'approved', ${story.now}, ${story.now}, '', '', '{}' from generate_series(1, ${FEW}::int)`.execute(
      db,
    ),
  );
  const copyAll = async () => {
    while ((await followChanges(db, spotVolunteers, { now: story.now })) > 0);
  };
  const restricting = (personId: string) => ({
    personId,
    reason: 'test',
    by: { personId: place.coordinatorId, role: 'coordinator' } as const,
    now: story.now,
  });
  const askedFor = async (changes = {}) => accepted(await ask(await story.opened(changes))).askedIds;
  /** Nobody else fits: the day is another, and the language is theirs alone. */
  const thai = {
    talkLanguages: ['th'],
    possibleTimes: [MONDAY_TEN.add({ hours: 24 })],
    neededTasks: ['speak'] as const,
  };
  const makeThai = () =>
    inTransaction(db, (tx) =>
      makeVolunteer(tx, { languages: [{ language: 'th', speak: 3, read: 0, write: 0, phone: 3 }] }),
    );

  test('is found there, and who has come to fit since is asked as well', async () => {
    const copied = await makeThai();
    await copyAll();
    const newcomer = await makeThai();
    expect([...(await askedFor(thai))].sort()).toEqual([copied, newcomer].sort());
    await copyAll();
    expect([...(await askedFor(thai))].sort()).toEqual([copied, newcomer].sort());
    for (const id of [copied, newcomer]) {
      await inTransaction(db, (tx) => suspendPerson(tx, restricting(id)));
    }
  });

  test('is asked by nobody once they may not be, whatever their copy says', async () => {
    const [rests, isSuspended, isLimited, hasMoved, fits] = await Promise.all([1, 2, 3, 4, 5].map(makeThai));
    await copyAll();
    const pausing = { ...restricting(rests ?? ''), untilOn: null };
    accepted(await story.act((tx) => pauseVolunteer(tx, pausing)));
    accepted(await story.act((tx) => suspendPerson(tx, restricting(isSuspended ?? ''))));
    const limiting = { ...restricting(isLimited ?? ''), kind: 'only_online' } as const;
    accepted(await story.act((tx) => restrictVolunteer(tx, limiting)));
    await sql`update people.persons set municipality_code = null, town = null where id = ${hasMoved}::uuid`.execute(
      db,
    );
    await sql`delete from spot.dispatch_changes`.execute(db);
    expect(await askedFor(thai)).toEqual([fits]);
    const byPhone = { ...thai, place: { ...samplePlace(), kind: 'phone' } } as const;
    expect([...(await askedFor(byPhone))].sort()).toEqual([isLimited, hasMoved, fits].sort());
    const { excluded } = await previewVolunteers(db, await story.opened(thai), story.now);
    expect(excluded.find(({ volunteerId }) => volunteerId === isLimited)?.because).toBe('beyond_limits');
  });

  test('makes room for the next when the first who are proposed may not be asked', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, makeThai));
    await copyAll();
    const best = (await previewVolunteers(db, await story.opened(thai), story.now)).ranked.slice(0, 30);
    for (const { volunteerId } of best) {
      accepted(await story.act((tx) => pauseVolunteer(tx, { ...restricting(volunteerId), untilOn: null })));
    }
    expect(many.length - best.length).toBe(10);
    const asked = await askedFor(thai);
    expect(asked.length).toBe(5);
    expect(asked.filter((id) => best.some(({ volunteerId }) => volunteerId === id))).toEqual([]);
  });
});
