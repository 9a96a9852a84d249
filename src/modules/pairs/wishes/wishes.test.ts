import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ask, type Caller, press, signIn } from '../../../../test/support/caller.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs, runTask } from '../../../../test/support/run-jobs.ts';
import { accepted, makeNextNeighborhood, makeVolunteer, Story } from '../../../../test/support/spot.ts';
import { ask as askOne } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { closeRequest } from '../../spot/index.ts';
import { keepApart } from '../../trust/index.ts';
import { listMayWish, tellMutual } from './commands.ts';
import { listWishingTwo } from './desk/find.ts';
import { wishesOnDesk } from './store/on-desk.ts';
import { insertMeeting } from './store.ts';

const product = await openProduct();
const { db } = product.database;
const { coordinator, administrator } = product.ids;

const EVENINGS = [1, 3, 5].map((weekday) => ({ weekday, startMinute: 1080, endMinute: 1200 }));

/** Two who have met and could be a pair. */
async function meetWithTime(): Promise<{ resident: Caller; volunteer: Caller; meetingId: string }> {
  const now = product.clock();
  const one = {
    municipalityCode: '13107',
    town: '吾妻橋',
    languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }] as const,
    weekly: EVENINGS,
    now,
  };
  const ids = await inTransaction(db, async (tx) => {
    const { id: residentId } = await createPerson(tx, { ...one, name: 'Maya', roles: ['resident'] });
    const volunteerId = await makeVolunteer(tx, { ...one, name: '会田 光' });
    await insertMeeting(tx, { residentId, volunteerId, metAt: now });
    return { residentId, volunteerId };
  });
  const [resident, volunteer] = [
    await signIn(product, ids.residentId),
    await signIn(product, ids.volunteerId),
  ];
  const [met] = await listMayWish(db, ids.residentId, now);
  return { resident, volunteer, meetingId: met?.id ?? '' };
}

/** Two who have met: a resident asked, a volunteer came, and it is closed. */
async function meet(): Promise<{ resident: Caller; volunteer: Caller; meetingId: string }> {
  const story = new Story(await makeNextNeighborhood(db, 1));
  product.clock.set(story.now);
  const id = await story.visited();
  accepted(await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator'))));
  await runJobs(product, jobContext(product));
  product.clock.set(story.now);
  const [resident, volunteer] = [
    await signIn(product, story.place.residentId),
    await signIn(product, story.first),
  ];
  const [met] = await listMayWish(db, story.first, product.clock());
  return { resident, volunteer, meetingId: met?.id ?? '' };
}

const wish = (who: Caller, ids: readonly string[]) =>
  press(product, who, '/en/pairs/wishes', ids[0] === undefined ? {} : { with: ids[0] });
const tell = () => runTask(product, 'pairs-tell-mutual-wishes', jobContext(product));
const read = async (who: Caller, path: string) => (await ask(product, who, path)).text();

/** Pages that grow by being looked at: they are read for what must not stand there. */
const GROWING = /\/(record|export|watch|set-up)$/;

/** What is drawn anew at each look. */
const masked = (text: string) =>
  text
    .replaceAll(/nonce[-="']+[\w+/=-]+/g, 'nonce')
    .replaceAll(/name="(idempotency_key|form_key)" value="[^"]*"/g, '$1')
    .replaceAll(/"?[\w-]{8}-[\w-]{4}-[47][\w-]{3}-[\w-]{4}-[\w-]{12}"?/g, 'id');

/** Every page without a name in its path, and those about the one who wishes. */
function everyPath(aboutId: string): string[] {
  const open = product.house.modules
    .flatMap(({ routes }) => routes)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
    .map(({ path }) => path)
    .filter((path) => !/sign-|live|demonstration|styleguide|health|metrics/.test(path));
  return [...open, `/people/${aboutId}`, `/trust/people/${aboutId}`];
}

async function lookAtEverything(who: readonly Caller[], aboutId: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const caller of who)
    for (const path of everyPath(aboutId)) {
      const answer = await ask(product, caller, `/en${path}`);
      seen.set(`${caller.personId} ${path}`, `${answer.status} ${masked(await answer.text())}`);
    }
  return seen;
}

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`.execute(db);
  const found: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: counted } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.raw(name)}`.execute(db);
    found[name] = counted[0]?.n ?? 0;
  }
  return found;
}

describe('a wish that the other does not share', () => {
  test('changes nothing that they, the office or an administrator can fetch, whatever was answered', async () => {
    const { resident, volunteer, meetingId } = await meet();
    const onlookers = [volunteer, await signIn(product, coordinator), await signIn(product, administrator)];
    const look = () => lookAtEverything(onlookers, resident.personId ?? '');
    await look();
    const before = await look();
    for (const ids of [[meetingId], [], [meetingId]]) {
      expect((await wish(resident, ids)).status).toBe(303);
      await tell();
      await runJobs(product, jobContext(product));
      const after = await look();
      const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
      expect(changed.filter((path) => !GROWING.test(path))).toEqual([]);
      for (const [path, text] of after)
        if (GROWING.test(path))
          expect(text.split('<main')[1] ?? text, path).not.toMatch(/wish|half a year|half-year|meeting/i);
    }
    const entries = db
      .selectFrom('audit.entries')
      .select('action')
      .where('actor_id', '=', resident.personId)
      .where('action', 'like', '%wish%');
    expect(await entries.execute()).toEqual([]);
  });

  test('leaves as many rows everywhere as no wish does, and as many letters', async () => {
    const { resident, meetingId } = await meet();
    const grown = async (ids: readonly string[]) => {
      const before = await counts();
      await wish(resident, ids);
      await tell();
      const after = await counts();
      return Object.entries(after)
        .filter(([name, n]) => before[name] !== n)
        .map(([name, n]) => [name, n - (before[name] ?? 0)]);
    };
    const length = async () => {
      const { rows } = await sql<{ n: number; m: number }>`
        select length(resident_wish) as n, length(volunteer_wish) as m from pairs.meetings where id = ${meetingId}`.execute(
        db,
      );
      return rows[0];
    };
    const silent = await length();
    const withWish = await grown([meetingId]);
    expect(await grown([])).toEqual(withWish);
    expect(await grown([meetingId])).toEqual(withWish);
    expect(await length()).toEqual(silent);
  });
});

test('both are told in the same moment, once both wish it, and not before the hour comes', async () => {
  const { resident, volunteer, meetingId } = await meet();
  await wish(resident, [meetingId]);
  const answer = await wish(volunteer, [meetingId]);
  expect(answer.status).toBe(303);
  await runJobs(product, jobContext(product));
  for (const who of [resident, volunteer])
    expect(await read(who, '/en/pairs/wishes')).not.toContain('would both like');
  await tell();
  await runJobs(product, jobContext(product));
  for (const who of [resident, volunteer]) {
    expect(await read(who, '/en/pairs/wishes')).toContain('would both like');
    expect(await read(who, '/en/inbox')).toContain('would also like to meet you for half a year');
  }
  expect(await tellMutual(db, product.clock())).toBe(0);
});

test('a wish that is taken back before the hour is none', async () => {
  const { resident, volunteer, meetingId } = await meet();
  await wish(resident, [meetingId]);
  await wish(volunteer, [meetingId]);
  await wish(resident, []);
  expect(await tellMutual(db, product.clock())).toBe(0);
});

test('nobody wishes in somebody else’s name, nor for whom they are kept apart from', async () => {
  const one = await meet();
  const other = await meet();
  await wish(one.resident, [one.meetingId]);
  await wish(other.resident, [one.meetingId]);
  await wish(other.volunteer, [one.meetingId]);
  expect(await tellMutual(db, product.clock())).toBe(0);
  await wish(one.volunteer, [one.meetingId]);
  await inTransaction(db, (tx) =>
    keepApart(tx, {
      personId: one.resident.personId ?? '',
      otherId: one.volunteer.personId ?? '',
      reason: 'They asked us for it.',
      by: { personId: coordinator, role: 'coordinator' },
      now: product.clock(),
    }),
  );
  expect(await tellMutual(db, product.clock())).toBe(0);
  expect(await read(one.resident, '/en/pairs/wishes')).toContain('Nobody to choose here yet');
});

describe('two who both wish it', () => {
  test('stand nowhere any more once they are kept apart', async () => {
    const { resident, volunteer, meetingId } = await meetWithTime();
    const office = await signIn(product, coordinator);
    await wish(resident, [meetingId]);
    await wish(volunteer, [meetingId]);
    await tell();
    expect((await listWishingTwo(db, product.clock())).map(({ id }) => id)).toContain(meetingId);
    await inTransaction(db, (tx) =>
      keepApart(tx, {
        personId: volunteer.personId ?? '',
        otherId: resident.personId ?? '',
        reason: 'They asked us for it.',
        by: { personId: coordinator, role: 'coordinator' },
        now: product.clock(),
      }),
    );
    expect((await listWishingTwo(db, product.clock())).map(({ id }) => id)).not.toContain(meetingId);
    expect((await press(product, office, `/en/desk/pairs/wishes/${meetingId}`, {})).status).toBe(422);
    for (const who of [resident, volunteer])
      expect(await read(who, '/en/pairs/wishes')).not.toContain('would both like');
    await runJobs(product, jobContext(product));
    const left = db.selectFrom('pairs.meetings').select('id').where('id', '=', meetingId);
    expect(await left.execute()).toEqual([]);
  });

  test('who met more people than a page has rows can take back the wish for each of them', async () => {
    const { resident, volunteer, meetingId } = await meetWithTime();
    await wish(resident, [meetingId]);
    await wish(volunteer, [meetingId]);
    await inTransaction(db, async (tx) => {
      const metAt = product.clock().add({ minutes: 1 });
      for (let count = 0; count < 25; count++) {
        const other = await createPerson(tx, { name: 'Ana', weekly: [], now: metAt, roles: ['resident'] });
        await insertMeeting(tx, { residentId: other.id, volunteerId: volunteer.personId ?? '', metAt });
      }
    });
    await wish(volunteer, []);
    expect(await tellMutual(db, product.clock())).toBe(0);
  });

  test('look through what they have said already, each their own, once both were told', async () => {
    const { resident, volunteer, meetingId } = await meetWithTime();
    const before = await inTransaction(db, (tx) =>
      applyForPair(tx, { side: 'resident', personId: resident.personId ?? '', now: product.clock() }),
    );
    await press(product, resident, '/en/pairs/withdrawal', {});
    const go = (who: Caller, id = meetingId) => press(product, who, `/en/pairs/wishes/${id}/application`, {});
    const drafts = () => db.selectFrom('forms.drafts').select('person_id').execute();
    const isSilent = async () => {
      for (const who of [resident, volunteer]) {
        const [answer, unknown] = [await go(who), await go(who, before.id)];
        expect([answer.status, unknown.status]).toEqual([404, 404]);
        expect(masked(await answer.text())).toBe(masked(await unknown.text()));
      }
      expect((await drafts()).filter(({ person_id }) => person_id === resident.personId)).toEqual([]);
    };
    await isSilent();
    await wish(resident, [meetingId]);
    await isSilent();
    await wish(volunteer, [meetingId]);
    await isSilent();
    await tell();
    const answer = await go(resident);
    expect(answer.headers.get('location')).toBe('/en/pairs/apply/resident/summary');
    const summary = await read(resident, '/en/pairs/apply/resident/summary');
    expect(summary).toContain('Send');
    expect(summary).not.toContain('Sachiko');
    // Who has said nothing yet fills in the form of their own side.
    expect((await go(volunteer)).headers.get('location')).toBe('/en/pairs/apply/volunteer');
    const stranger = (await meet()).resident;
    expect((await go(stranger)).status).toBe(404);
  });

  test('stand on the desk once both were told, and are proposed without a round when both wait', async () => {
    const { resident, volunteer, meetingId } = await meetWithTime();
    const office = await signIn(product, coordinator);
    const desk = () => read(office, '/en/desk/pairs/wishes');
    await wish(resident, [meetingId]);
    await wish(volunteer, [meetingId]);
    expect(await desk()).not.toContain(meetingId);
    await tell();
    expect(await desk()).toContain('has not applied yet');
    const path = `/en/desk/pairs/wishes/${meetingId}`;
    expect((await press(product, office, path, {})).status).toBe(422);
    await inTransaction(db, async (tx) => {
      for (const [side, { personId }] of [
        ['resident', resident],
        ['volunteer', volunteer],
      ] as const)
        await applyForPair(tx, { side, personId: personId ?? '', now: product.clock() });
    });
    expect(await desk()).toContain(`${meetingId}"`);
    const onDesk = (reader: string | null) => askOne(db, wishesOnDesk(reader, product.clock()));
    expect(await onDesk(coordinator)).toMatchObject([{ count: 1 }]);
    expect(await onDesk(volunteer.personId ?? null)).toEqual([]);
    expect(await read(office, '/en/desk')).toContain(
      '1 pair of people who would both like it waits for a look',
    );
    expect((await press(product, office, path, {})).status).toBe(303);
    const pairs = await db.selectFrom('pairs.pairs').select(['state', 'round_id']).execute();
    expect(pairs.filter(({ state }) => state === 'proposed')).toContainEqual({
      state: 'proposed',
      round_id: null,
    });
    expect(await desk()).not.toContain(meetingId);
    expect(await onDesk(coordinator)).toEqual([]);
  });
});
