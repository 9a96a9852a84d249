import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { barOf, childOf, classOf, fetcherOf, seatOf } from '../../../../../test/support/class-day.ts';
import { CLASSES } from '../../../../../test/support/classes.ts';
import { sure } from '../../../../../test/support/events.ts';
import { heardOf } from '../../../../../test/support/heard.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { inTransaction, violatedConstraint } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { endBar, revokeFetcher } from '../../children/store/fetching.ts';
import { classesModule } from '../../module.ts';
import { cancelSession } from '../../sessions/commands.ts';
import { findSession } from '../../store/sessions.ts';
import { notFetchedAlarm } from '../elsewhere/jobs.ts';
import { listCodes, listEntries } from '../store/door.ts';
import { countUnlisted } from '../store/still-here.ts';
import { markList } from './list-mark.ts';
import { takePresses } from './press.ts';
import { sayCode } from './rules/code-words.ts';
import { presenceOf, readDoor } from './rules/presence.ts';
import type { LoggedPress, Press } from './rules/press.ts';
import { writePress } from './rules/press.ts';

const house = await testHouse([classesModule(CLASSES)], '2026-12-05T09:50:00+09:00');
const { db, clock } = house;
const STARTS = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const now = clock();
const before = now.subtract({ hours: 48 });

const person = (name: string, roles: readonly ('coordinator' | 'volunteer' | 'resident')[]) =>
  inTransaction(db, (tx) =>
    createPerson(tx, {
      name,
      email: `${name}@example.org`,
      locale: 'zh-Hans',
      weekly: [],
      now: before,
      roles: [...roles],
    }),
  );
const [sato, mori, ueda] = [
  await person('Sato', ['coordinator']),
  await person('Mori', ['volunteer']),
  await person('Ueda', ['volunteer']),
];
const stranger = await person('Stranger', ['volunteer']);
const sita = await person('Sita', ['resident']);

async function aDay(...names: readonly string[]) {
  const sessionId = await classOf(db, {
    tutorIds: [mori.id, ueda.id],
    byId: sato.id,
    startsAt: STARTS,
    now: before,
  });
  const children = [];
  for (const name of names) {
    const child = await childOf(db, { name, guardianId: sita.id, now: before });
    await seatOf(db, { sessionId, childId: child.childId, now: before });
    children.push(child);
  }
  return { sessionId, children, path: `/classes/sessions/${sessionId}/day` };
}
const child = ({ children }: Awaited<ReturnType<typeof aDay>>, at = 0) => children[at] ?? expect.fail();
const came = (childId: string): Press => ({ act: 'in', childId });
const gone = (sessionId: string, childId: string, receivedBy: string | null, at = now): Press => ({
  ...{ act: 'out', childId, receivedBy },
  list: markList(db, sessionId, at),
});
const log = (...presses: readonly Press[]): LoggedPress[] =>
  presses.map((press, at) => ({ seq: at + 1, at: now.epochMilliseconds, press }));
const take = (
  sessionId: string,
  presses: readonly LoggedPress[],
  device = crypto.randomUUID(),
  byPersonId = mori.id,
) =>
  inTransaction(db, async (tx) => {
    const session = (await findSession(tx, sessionId)) ?? expect.fail();
    return sure(await takePresses(tx, { session, device, presses, byPersonId, now: clock() }));
  });
const matches = async (sessionId: string) =>
  (await listEntries(db, sessionId)).flatMap(({ match }) => match ?? []);
const standing = async (sessionId: string, childId: string) =>
  readDoor(await listEntries(db, sessionId)).standingOf(childId);
const as = (
  who: { id: string },
  roles: readonly ('coordinator' | 'volunteer' | 'resident')[] = ['volunteer'],
) => house.as(actorOf(who, roles), 'en');

describe('the words of a child and a day', () => {
  test('are drawn once: no print, no phone and no second seat has others', async () => {
    const day = await aDay('Asha', 'Ren');
    const [asha, ren] = [child(day, 0).childId, child(day, 1).childId];
    const codes = await listCodes(db, day.sessionId);
    expect(codes.size).toBe(2);
    expect(codes.get(asha)).not.toEqual(codes.get(ren));
    const seat = () => db.updateTable('classes.seats').where('child_id', '=', asha);
    await seat().set({ state: 'unsure' }).execute();
    await seat().set({ state: 'taken' }).execute();
    expect(await listCodes(db, day.sessionId)).toEqual(codes);
    await expect(
      db.updateTable('classes.handover_codes').set({ first_word: 1 }).where('child_id', '=', asha).execute(),
    ).rejects.toThrow('permission denied');
    const code = codes.get(asha) ?? expect.fail();
    for (const path of [day.path, `${day.path}/sheet`]) {
      const { html } = await as(mori).get(path);
      expect(html).toContain(sayCode(code, 'en'));
      // The family reads Chinese: whoever fetches shows these.
      expect(html).toContain(sayCode(code, 'zh-Hans'));
    }
  });
});

describe('the log of a day', () => {
  test('takes what phones send twice and in parts, and has each press once', async () => {
    const day = await aDay('Asha');
    const { childId, guardianshipId } = child(day);
    const device = crypto.randomUUID();
    const whole = log(came(childId), gone(day.sessionId, childId, guardianshipId));
    await Promise.all([take(day.sessionId, whole, device), take(day.sessionId, whole.slice(0, 1), device)]);
    expect((await take(day.sessionId, whole, device)).refused).toEqual([]);
    expect((await listEntries(db, day.sessionId)).length).toBe(2);
    expect(presenceOf(await standing(day.sessionId, childId))).toBe('gone');
    const other = [{ seq: 1, at: 1, press: gone(day.sessionId, childId, null) }];
    expect((await take(day.sessionId, other, device)).refused).toEqual([1]);
    await expect(
      db.updateTable('classes.presence_entries').set({ act: 'in' }).where('child_id', '=', childId).execute(),
    ).rejects.toThrow('permission denied');
  });

  test('takes nothing under the device of somebody else, whose own next press is still written', async () => {
    const day = await aDay('Asha', 'Ren');
    const { childId, guardianshipId } = child(day);
    const device = crypto.randomUUID();
    await take(day.sessionId, log(came(childId)), device);
    // Whoever stands beside reads the number of a device from the buttons that take a press back.
    const forged = log(came(childId), came(child(day, 1).childId));
    expect((await take(day.sessionId, forged, device, ueda.id)).refused).toEqual([1, 2]);
    const own = log(came(childId), gone(day.sessionId, childId, guardianshipId));
    expect((await take(day.sessionId, own, device)).refused).toEqual([]);
    expect(presenceOf(await standing(day.sessionId, childId))).toBe('gone');
  });

  test('believes no clock that was ahead, nor one from before the door opened', async () => {
    const day = await aDay('Asha');
    const press = came(child(day).childId);
    const far = now.add({ hours: 24 * 365 }).epochMilliseconds;
    await take(day.sessionId, [
      { seq: 1, at: 0, press },
      { seq: 2, at: far, press },
    ]);
    const times = (await listEntries(db, day.sessionId)).map(({ pressedAt }) => pressedAt.toString());
    expect(times).toEqual([STARTS.subtract({ hours: 24 }).toString(), now.toString()]);
  });

  test('is heard by the open pages of everybody who stands there, and of nobody else', async () => {
    const day = await aDay('Asha');
    const topics = [`person:${ueda.id}`, `person:${stranger.id}`, `person:${sita.id}`, 'desk'];
    const press = () => take(day.sessionId, log(came(child(day).childId)));
    expect(await heardOf(house.database, topics, press)).toEqual([`person:${ueda.id}`, 'desk']);
  });

  test('keeps two hand-overs of one child, and shows both', async () => {
    const day = await aDay('Asha');
    const { childId, guardianshipId } = child(day);
    const aunt = await fetcherOf(db, childId, { name: 'Aunt', guardianId: sita.id, now: before });
    await take(day.sessionId, log(came(childId), gone(day.sessionId, childId, guardianshipId)));
    await take(day.sessionId, log(gone(day.sessionId, childId, aunt)));
    const { text } = await as(mori).get(day.path);
    expect(text).toContain('Handed over to two different people.');
    expect(text).toMatch(/handed over to Mother of Asha .*handed over to Aunt/);
  });

  test('knows no child of another day, and no wrong shape', async () => {
    const [day, other] = [await aDay('Asha'), await aDay('Ren')];
    expect((await take(day.sessionId, log(came(child(other).childId)))).refused).toEqual([1]);
    expect((await as(mori).post(`${day.path}/log`, { device: crypto.randomUUID(), press: 'x' })).status).toBe(
      422,
    );
    const row = {
      session_id: day.sessionId,
      device: crypto.randomUUID(),
      seq: 1,
      by_person: mori.id,
    } as const;
    const wrong = db
      .insertInto('classes.presence_entries')
      .values({
        ...row,
        act: 'out',
        child_id: child(day).childId,
        match: 'listed',
        pressed_at: now,
        heard_at: now,
      })
      .execute();
    expect(violatedConstraint(await wrong.catch((problem: unknown) => problem))).toMatch(/check/);
  });
});

describe('to whom a child is handed over', () => {
  test('a barred person is on no button, and the door is told whom to call but not why', async () => {
    const day = await aDay('Asha');
    const { childId } = child(day);
    await fetcherOf(db, childId, { name: 'Ram Gurung', guardianId: sita.id, now: before });
    const offered = async () => (await as(mori).get(day.path)).html.match(/data-place="out [^"]+"/g)?.length;
    expect(await offered()).toBe(3);
    const barId = await barOf(db, childId, { name: 'GURUNG Ram', guardianId: sita.id, now: before });
    expect(await offered()).toBe(2);
    const { text, html } = await as(mori).get(day.path);
    expect(text).toContain('Do not hand over to GURUNG Ram (tall, gray coat) Call 03-1234-0000.');
    expect(html).not.toContain('a reason for nobody');
    expect((await as(mori).get(`${day.path}/sheet`)).text).toContain('Do not hand over to GURUNG Ram');
    await inTransaction(db, (tx) => endBar(tx, childId, { barId, by: sato.id, now }));
    expect(await offered()).toBe(3);
  });

  test('what has happened is kept and judged by the list that the phone had', async () => {
    const day = await aDay('Asha');
    const { sessionId } = day;
    const { childId, guardianshipId } = child(day);
    const aunt = await fetcherOf(db, childId, { name: 'Aunt', guardianId: sita.id, now: before });
    const revokedAt = now.add({ minutes: 30 });
    await inTransaction(db, (tx) =>
      revokeFetcher(tx, childId, { fetcherId: aunt, by: sita.id, now: revokedAt }),
    );
    await take(sessionId, log(gone(sessionId, childId, guardianshipId)));
    await take(sessionId, log(gone(sessionId, childId, aunt, now)));
    await take(sessionId, log(gone(sessionId, childId, aunt, revokedAt.add({ minutes: 1 }))));
    await take(
      sessionId,
      log({ ...gone(sessionId, childId, aunt), list: { at: 1, seal: 'made-up-by-phone' } } as Press),
    );
    await take(sessionId, log(gone(sessionId, childId, null)));
    expect(await matches(sessionId)).toEqual(['listed', 'old_list', 'unlisted', 'unlisted', 'unlisted']);
    expect(await countUnlisted(db, { from: STARTS, until: STARTS.add({ hours: 1 }) })).toBe(3);
    const told = await db
      .selectFrom('platform.events')
      .select('ids')
      .where('type', '=', 'classes.child.handed_over_unlisted')
      .execute();
    expect(told.filter(({ ids }) => JSON.stringify(ids).includes(childId))).toHaveLength(4);
    expect((await as(sato, ['coordinator']).get(day.path)).text).toContain(
      'The coordinators have been told.',
    );
  });
});

describe('the page of a day', () => {
  test('works by plain forms: here, handed over, taken back; nobody is ticked before', async () => {
    const day = await aDay('Asha', 'Ren');
    const { childId, guardianshipId } = child(day);
    const fresh = await as(mori).get(day.path);
    expect(fresh.text).toContain('Here now 0 of 2 Gone 0 of 2');
    expect(fresh.html).not.toContain('aria-pressed="true"');
    await as(mori).post(day.path, { press: writePress(came(childId)) });
    expect((await as(mori).get(day.path)).text).toContain('Here now 1 of 2');
    const away = await as(mori).post(day.path, {
      press: writePress(gone(day.sessionId, childId, guardianshipId)),
    });
    expect(away.location).toBe(`${day.path}#child-${childId}`);
    const left = await as(mori).get(day.path);
    expect(left.text).toContain('Here now 0 of 2 Gone 1 of 2');
    const undo =
      left.html
        .match(/value="(undo [^"]+)"/g)
        ?.at(-1)
        ?.slice(7, -1) ?? '';
    await as(mori).post(day.path, { press: undo });
    expect((await as(mori).get(day.path)).text).toContain('Here now 1 of 2');
  });

  test('says who must not get the snack, and who must not be in a picture', async () => {
    const day = await aDay('Asha');
    const { childId } = child(day);
    const { insertCareNote, markCareSaid } = await import('../../children/store/care.ts').then(
      async (care) => ({
        ...care,
        ...(await import('../../children/store/children.ts')),
      }),
    );
    await inTransaction(db, async (tx) => {
      const said = { foods: ['egg'], what: 'A secret of her skin', whatToDo: '' } as const;
      const until = Temporal.PlainDate.from('2027-03-31');
      await insertCareNote(tx, childId, { ...said, kind: 'allergy', by: sita.id, now, consentUntil: until });
      await markCareSaid(tx, childId, now);
    });
    await as(mori).post(`${day.path}/snacks`, { snackName: 'Pudding', snackFoods: ['egg', 'milk'] });
    await as(mori).post(`${day.path}/snacks`, { snackName: 'Apple' });
    const { text, html } = await as(mori).get(day.path);
    expect(text).toMatch(/Pudding Egg and Milk .*Not for Asha: Egg/);
    expect(text).toMatch(/Apple .*Nothing in it that a child of today must not have/);
    expect(text).toContain('Must not be in a picture: Asha');
    expect(html).not.toContain('A secret of her skin');
    const nothing = await as(mori).post(`${day.path}/snacks`, { snackName: '', snackFoods: 'egg' });
    expect(nothing.refusals['snackName']).toBe('Write what there is to eat.');
  });

  test('is for coordinators and the vetted adults of that day, on that day', async () => {
    const day = await aDay('Asha');
    const press = writePress(came(child(day).childId));
    const sent = { device: crypto.randomUUID(), press: `1 1 ${press}` };
    for (const [who, roles, status] of [
      [mori, ['volunteer'], true],
      [sato, ['coordinator'], true],
      [stranger, ['volunteer'], false],
      [sita, ['resident'], false],
    ] as const) {
      const reader = as(who, roles);
      expect((await reader.get(day.path)).status === 200, who.name).toBe(status);
      expect((await reader.get(`${day.path}/sheet`)).status === 200, who.name).toBe(status);
      expect((await reader.post(day.path, { press })).status === 303, who.name).toBe(status);
      expect((await reader.post(`${day.path}/log`, sent)).status === 200, who.name).toBe(status);
    }
    expect((await house.as().get(day.path)).location).toContain('/sign-in');
    const unvetted = db.updateTable('classes.commitments').set({ is_vetted: false });
    await db.updateTable('classes.seats').set({ state: 'given_up' }).execute();
    await unvetted.where('session_id', '=', day.sessionId).where('person_id', '=', mori.id).execute();
    expect((await as(mori).get(day.path)).status).toBe(404);
    clock.advance({ hours: 27 });
    expect((await as(ueda).get(day.path)).status).toBe(404);
    expect((await as(sato, ['coordinator']).get(day.path)).status).toBe(200);
    clock.set(now);
  });

  test('that is called off when a child has come already stays open for them, and expects nobody else', async () => {
    const day = await aDay('Asha', 'Ren');
    const { sessionId } = day;
    const { childId, guardianshipId } = child(day);
    await take(sessionId, log(came(childId)));
    const off = { sessionId, as: 'coordinator', byPersonId: sato.id, now } as const;
    await inTransaction(db, async (tx) => sure(await cancelSession(tx, { ...off, reason: 'storm' })));
    const { text } = await as(mori).get(day.path);
    expect([text.includes('Asha'), text.includes('Ren')]).toEqual([true, false]);
    clock.set(STARTS.add({ minutes: 135 }));
    await notFetchedAlarm.run({} as never, { db, clock } as never);
    const told = db
      .selectFrom('platform.events')
      .select('id')
      .where('type', '=', 'classes.child.not_fetched');
    expect(await told.where(sql<boolean>`ids::text like ${`%${childId}%`}`).execute()).toHaveLength(1);
    const press = writePress(gone(sessionId, childId, guardianshipId));
    expect((await as(mori).post(day.path, { press })).status).toBe(303);
    expect(presenceOf(await standing(sessionId, childId))).toBe('gone');
    clock.set(now);
  });

  test('a child who is not fetched is told of once, and stands above everything', async () => {
    const day = await aDay('Asha', 'Ren');
    const [asha, ren] = [child(day, 0), child(day, 1)];
    await take(
      day.sessionId,
      log(came(asha.childId), came(ren.childId), gone(day.sessionId, ren.childId, ren.guardianshipId)),
    );
    const told = async () =>
      (
        await db
          .selectFrom('platform.events')
          .select('ids')
          .where('type', '=', 'classes.child.not_fetched')
          .execute()
      )
        .map(({ ids }) => JSON.stringify(ids))
        .filter((ids) => ids.includes(day.sessionId));
    const run = () => notFetchedAlarm.run({} as never, { db, clock } as never);
    clock.set(STARTS.add({ minutes: 134 }));
    await run();
    expect(await told()).toEqual([]);
    clock.set(STARTS.add({ minutes: 135 }));
    await run();
    await run();
    expect(await told()).toHaveLength(1);
    expect((await told())[0]).toContain(asha.childId);
    expect((await as(mori).get(day.path)).text).toMatch(
      /One child is still here .*call: Asha Mother of Asha \(Mother\) 090-1111-2222/,
    );
    clock.set(now);
  });
});
