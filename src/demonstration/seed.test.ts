import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../test/support/database.ts';
import { WORLD_NOW, worldDatabase } from '../../test/support/demonstration.ts';
import { testFiles } from '../../test/support/files.ts';
import { whyClosed } from '../kits/slots/index.ts';
import { createPerson } from '../modules/people/index.ts';
import ahead from '../modules/spot/demonstration/data/requests-ahead.json' with { type: 'json' };
import past from '../modules/spot/demonstration/data/requests-past.json' with { type: 'json' };
import {
  deskOf,
  listVisitsAhead,
  listVisitsOn,
  offersOfVolunteer,
  spotSetting,
} from '../modules/spot/index.ts';
import { approvedVolunteerIds } from '../modules/trust/index.ts';
import { demonstrations } from '../modules.ts';
import type { Database } from '../platform/database/connect.ts';
import { ask } from '../platform/database/questions.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { readFileById } from '../platform/files/files.ts';
import type { Sealed } from '../platform/sealed/seal.ts';
import residents from './data/residents.json' with { type: 'json' };
import { daysAround, HOURS } from './days.ts';
import { describeDemonstration, listDemonstrationPeople } from './people-to-be.ts';
import { refuseInventedPeople, seedDemonstration } from './seed.ts';

const LATIN = /^[\p{Script=Latin}\p{P}\p{M} ]+$/u;

/** What a coordinator is to see at once: a worry, somebody not met, what is overdue, what nobody has taken, what is new. */
const ON_THE_DESK = [
  'look_into_worry',
  'settle_no_show',
  'ask_how_visit_is_going',
  'ask_how_it_was',
  'find_somebody_yourself',
  'look_through',
  'ask_volunteers',
];

const world = await worldDatabase();
const { db } = world;

describe('invented and real people', () => {
  test('are never mixed: a demonstration does not begin where somebody is', async () => {
    const { db: lived } = await testDatabase();
    await refuseInventedPeople(lived);
    await inTransaction(lived, (tx) => createPerson(tx, { name: 'Sita', now: WORLD_NOW }));
    await expect(seedDemonstration(lived, { now: WORLD_NOW, demonstrations })).rejects.toThrow(
      'There are people',
    );
    expect(await column(lived, 'select name as v from people.persons')).toEqual(['Sita']);
  });

  test('are never mixed: real work does not begin where a demonstration was', async () => {
    await expect(refuseInventedPeople(db)).rejects.toThrow('invented people');
  });
});

describe('the demonstration world', () => {
  test('holds a request in every state', async () => {
    const states = await column(db, 'select unnest(enum_range(null::spot.request_state))::text as v');
    const found = await column(db, 'select distinct state::text as v from spot.support_requests');
    expect(found.toSorted()).toEqual(states.toSorted());
  });

  test('holds the people who were promised', async () => {
    const count = async (role: string) =>
      (await column(db, `select person_id::text as v from people.roles where role = '${role}'`)).length;
    expect(await count('resident')).toBe(60);
    expect(await count('coordinator')).toBe(4);
    expect(await count('administrator')).toBe(1);
    expect(await count('treasurer')).toBe(1);
    const applied = await column(db, 'select person_id::text as v from trust.applications');
    expect(applied).toHaveLength(81);
    expect((await approvedVolunteerIds(db, WORLD_NOW)).size).toBeGreaterThan(55);
  });

  test('has names that readers of English can read: of all with a part, and of the places of those who read it', async () => {
    const names = await column(
      db,
      `select coalesce(nullif(romaji, ''), name) as v from people.persons
       where id in (select person_id from people.roles union select person_id from trust.applications)`,
    );
    expect(names.filter((name) => !LATIN.test(name))).toEqual([]);
    const english = new Set(residents.filter(({ locale }) => locale === 'en').map(({ key }) => key));
    const places = [...ahead, ...past].flatMap(({ by, place }) =>
      english.has(by) && typeof place === 'object' && 'name' in place ? [place.name] : [],
    );
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((name) => !/^[A-Z]/.test(name))).toEqual([]);
  });

  test('has every volunteer who may be asked among the copies for dispatch', async () => {
    const copied = new Set(await column(db, 'select volunteer_id::text as v from spot.dispatch_rows'));
    const approved = await approvedVolunteerIds(db, WORLD_NOW);
    expect([...approved].filter((id) => !copied.has(id))).toEqual([]);
    expect(await column(db, 'select volunteer_id::text as v from spot.dispatch_changes')).toEqual([]);
  });

  test('holds volunteers at every stage of trust', async () => {
    const states = await column(db, 'select distinct state::text as v from trust.applications');
    expect(states.toSorted()).toEqual(['approved', 'declined', 'ended', 'submitted']);
    const kinds = await column(db, 'select distinct kind::text as v from trust.restrictions');
    expect(kinds.toSorted()).toEqual(['apart', 'not_with_children', 'only_online', 'pause', 'suspension']);
    const planned = 'select id::text as v from trust.interviews where outcome is null';
    expect(await column(db, planned)).toHaveLength(3);
    const concerns = await column(db, 'select state::text as v from trust.concerns');
    expect(concerns.toSorted()).toEqual(['assessed', 'closed', 'raised']);
  });

  test('speaks of times at which the organization is open, and of a past that lies in the past', async () => {
    const { rows } = await sql<{ starts_at: Temporal.Instant; duration_minutes: number }>`
      select starts_at, duration_minutes from spot.possible_times
      join spot.support_requests on id = request_id`.execute(db);
    expect(rows.length).toBeGreaterThan(50);
    for (const { starts_at, duration_minutes } of rows) {
      const start = starts_at.toZonedDateTimeISO('Asia/Tokyo');
      expect(whyClosed(start.toPlainDate(), HOURS)).toBeNull();
      const minute = start.hour * 60 + start.minute;
      expect(minute).toBeGreaterThanOrEqual(510);
      expect(minute + duration_minutes).toBeLessThanOrEqual(1080);
    }
    const today = daysAround(WORLD_NOW).today.toZonedDateTime('Asia/Tokyo').toInstant().toString();
    const late = await sql`select id from spot.transitions where at > ${today}
      union all select 1 from conversations.messages where sent_at > ${today}`.execute(db);
    expect(late.rows).toEqual([]);
  });

  test('has addresses and numbers that cannot be anybody’s', async () => {
    const emails = await column(db, 'select email as v from people.persons where email is not null');
    expect(emails.every((email) => /^[a-z-]+@otonari\.example$/.test(email))).toBe(true);
    expect(new Set(emails).size).toBe(emails.length);
    const phones = await column(db, 'select phone as v from people.persons where phone is not null');
    expect(phones.filter((phone) => !/^050-0000-\d{4}$/.test(phone))).toEqual([]);
    // Most can be called when the desk says to; some have still to be asked.
    expect(phones.length).toBeGreaterThan(emails.length / 2);
    expect(phones.length).toBeLessThan(emails.length);
  });

  test('offers people to be who are in the middle of something', async () => {
    const people = await listDemonstrationPeople(db, demonstrations);
    expect(people.map(({ role }) => role)).toEqual([
      'resident',
      'resident',
      'resident',
      'resident',
      'volunteer',
      'volunteer',
      'applicant',
      'coordinator',
      'coordinator',
      'administrator',
      'treasurer',
    ]);
    const names = people.map(({ nameIn }) => nameIn.en);
    expect(names).toEqual(expect.arrayContaining(['Nguyen Thi Phuong Thao', 'Lin Siyu', 'Andrea Morales']));
    expect(await describeDemonstration(db, demonstrations)).toHaveLength(people.length + 1);
    const offers = await ask(db, offersOfVolunteer(db, world.personToBe('takumi').id, WORLD_NOW));
    expect(offers.length).toBeGreaterThanOrEqual(3);
    const visits = await listVisitsAhead(db, world.personToBe('keiko').id);
    expect(visits.some(({ requestState }) => requestState === 'confirmed')).toBe(true);
    const { rows: desk } = await ask(
      db,
      deskOf({ readerId: null, now: WORLD_NOW, settings: spotSetting.value }),
    );
    expect(desk.length).toBeGreaterThan(10);
  });

  test.each(['00:30', '09:30', '12:30', '23:30'])(
    'gives coordinators a full desk, and the day its visits, at %s of the first open day',
    async (time) => {
      const { at, openDay } = daysAround(WORLD_NOW);
      const now = at(openDay(0), time);
      const { rows } = await ask(db, deskOf({ readerId: null, now, settings: spotSetting.value }));
      const ours = rows.filter(({ next }) => next.urgency < 2);
      expect(ours.length).toBeGreaterThanOrEqual(12);
      expect(ours.map(({ next }) => next.act)).toEqual(expect.arrayContaining(ON_THE_DESK));
      const unread = ours.filter(({ next }) => next.act === 'look_through');
      const ids = new Set(unread.map(({ requestId }) => requestId));
      const languages = await column(db, 'select id || own_words_locale as v from spot.support_requests');
      const ofUnread = languages.filter((one) => ids.has(one.slice(0, 36))).map((one) => one.slice(36));
      expect(new Set(ofUnread).size).toBeGreaterThanOrEqual(7);
      expect((await listVisitsOn(db, openDay(0))).length).toBeGreaterThanOrEqual(3);
    },
  );

  test('is not made twice', async () => {
    const before = await dump(db);
    expect(await seedDemonstration(db, { now: WORLD_NOW, demonstrations })).toBe('was_there');
    expect(await dump(db)).toEqual(before);
  });
});

describe('another world of the same day', async () => {
  const other = await testDatabase();
  let both: string[];

  beforeAll(async () => {
    const now = WORLD_NOW.subtract({ hours: 9 });
    both = await Promise.all([
      seedDemonstration(other.db, { now, demonstrations }),
      seedDemonstration(other.db, { now, demonstrations }),
    ]);
  });

  test('is made once by two who begin at the same time', () => {
    expect(both.toSorted()).toEqual(['made', 'was_there']);
  });

  test('is the same world', async () => {
    expect(await dump(other.db)).toEqual(await dump(db));
  });
});

describe('a world that begins on a holiday', async () => {
  const { db: newYear } = await testDatabase();
  const files = testFiles();

  beforeAll(async () => {
    const now = Temporal.Instant.from('2027-01-01T00:30:00+09:00');
    await seedDemonstration(newYear, { now, files, demonstrations });
  });

  test('has every state, and visits on open days', async () => {
    const found = await column(newYear, 'select distinct state::text as v from spot.support_requests');
    expect(found).toHaveLength(13);
    const { rows } = await sql<{ starts_at: Temporal.Instant }>`
      select starts_at from spot.possible_times`.execute(newYear);
    const days = rows.map(({ starts_at }) => starts_at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate());
    expect(days.filter((day) => whyClosed(day, HOURS)).map(String)).toEqual([]);
  });

  test('keeps photos of letters where there is a place for them', async () => {
    const ids = await column(
      newYear,
      'select unnest(photo_ids)::text as v from spot.support_requests order by 1',
    );
    expect(ids).toHaveLength(8);
    for (const id of ids)
      expect(await readFileById(newYear, files, id)).toMatchObject({ mediaType: 'image/webp' });
  });
});

async function column(from: Database, query: string): Promise<string[]> {
  return (await sql<{ v: string }>`${sql.raw(query)}`.execute(from)).rows.map(({ v }) => v);
}

/** What of a world must be the same: everything but the ids that the database makes, and how words look while sealed. */
async function dump(from: Database): Promise<string[]> {
  const { rows } = await sql<{ words: Sealed; place: string | null }>`
    select p.id, p.name, p.town, p.created_at, array(select w.weekday from people.weekly_availability w
      where w.person_id = p.id order by 1) as week, null as at, null as words, null as place
    from people.persons p where p.email is not null
    union all
    select r.requester_id, r.state::text, r.town, r.submitted_at, array[r.duration_minutes], t.starts_at,
      r.own_words, 'spot.support_requests.own_words ' || r.id
    from spot.support_requests r join spot.possible_times t on t.request_id = r.id
    union all
    select o.volunteer_id, o.state::text, o.language, o.asked_at, array[o.score], o.answered_at,
      r.own_words, 'spot.support_requests.own_words ' || r.id
    from spot.offers o join spot.support_requests r on r.id = o.request_id
    union all
    select m.author_id, m.words_locale, null, m.sent_at, null, null, m.words, 'conversations.messages.words ' || m.id
    from conversations.messages m
    union all
    select d.person_id, d.act::text, null, d.at, null, null, d.reason, 'trust.decisions.reason ' || d.person_id || ' ' || d.act
    from trust.decisions d`.execute(from);
  return rows
    .map(({ place, words, ...row }) =>
      JSON.stringify({ ...row, words: place && words ? testSeal.tryOpen(words, place) : words }),
    )
    .sort();
}
