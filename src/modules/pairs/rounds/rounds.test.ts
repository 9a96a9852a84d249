import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inPool, solvedRound, solveNow, waitForPair } from '../../../../test/support/rounds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { updateApplication } from '../applications/store.ts';
import { factsSchema } from '../facts.ts';
import { listPairsOf } from '../pair/store.ts';
import { pairsRefusals } from '../words.ts';
import { roundRoutes } from './routes.tsx';
import { findInput, findResult, findRound } from './store/rounds.ts';

const house = await testHouse([{ name: 'pairs', messages: pairsRefusals, routes: roundRoutes }]);
const { db, clock } = house;
const person = (name: string) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: clock(), roles: ['coordinator'] }));
const [sato, kato] = [await person('Sato'), await person('Kato')];
const desk = house.as(actorOf(sato, ['coordinator']));
const other = house.as(actorOf(kato, ['coordinator']));
const resident = inPool(db, 'resident', clock());
const volunteer = inPool(db, 'volunteer', clock());

const at = (id: string) => `/desk/pairs/rounds/${id}`;
const versionOf = async (id: string) => String((await findRound(db, id))?.version);
const pairsOf = async (id: string) => {
  const told = await findResult(db, id);
  return (told?.proposals ?? []).map((one) => [one.residentId, one.volunteerId]);
};

describe('a round', () => {
  test('goes from a draft over its proposals to people who are asked', async () => {
    const linh = await resident({ name: 'Linh', days: 40 });
    const maria = await resident({ name: 'Maria', days: 3 });
    const yuki = await volunteer({ name: 'Yuki' });

    const begun = await desk.post('/desk/pairs/rounds/new', {
      heldOn: '2026-11-24',
      area: '',
      weightsVersion: '2026-11',
    });
    const id = begun.location?.split('/').at(-1) ?? '';
    const page = await desk.get(at(id));
    expect(page.text).toContain('1 proposal');
    expect(page.text).toMatch(/Linh — Yuki/);
    expect(page.text).toMatch(/1 person left over.*Maria.*One volunteer fits and is proposed/);
    const published = await desk.post(`${at(id)}/publication`, { version: await versionOf(id) });
    expect(published.flash).toBe('Published. The volunteers are being asked.');
    const [pair] = await listPairsOf(db, linh.id);
    expect(pair).toMatchObject({
      volunteerApplicationId: yuki.id,
      state: 'proposed',
      roundId: id,
      coordinatorId: sato.id,
    });
    expect(pair?.reasons.codes.length).toBeGreaterThan(2);
    expect(await listPairsOf(db, maria.id)).toEqual([]);
    expect((await desk.post(`${at(id)}/publication`, { version: await versionOf(id) })).text).toContain(
      'The round is over meanwhile.',
    );
    await inTransaction(db, (tx) =>
      updateApplication(tx, maria.id, { state: 'withdrawn', ended_at: clock() }),
    );
  });

  test('is told by ward on a map: proposals, who is left over, and who comes from elsewhere', async () => {
    const shinjuku = { municipalityCode: '13104', town: '西新宿二丁目' };
    const here = [
      await resident({ name: 'Linh', days: 40 }),
      await volunteer({ name: 'Far', person: shinjuku, facts: { isOnlineOk: true, reachKilometers: 20 } }),
      await resident({ name: 'Maria', days: 3, person: shinjuku, facts: { isOnlineOk: false } }),
    ];
    const id = await solvedRound(db, clock, sato.id);
    const page = await desk.get(at(id));
    expect(page.html.match(/class="ward-way"/g)).toHaveLength(2);
    expect(page.text).toMatch(
      /on a map.*Sumida Proposals 1 People left over 0 Volunteers from elsewhere Shinjuku 1 Shinjuku Proposals 0 People left over 1/,
    );
    await inTransaction(db, async (tx) => {
      for (const one of here) await updateApplication(tx, one.id, { state: 'withdrawn', ended_at: clock() });
    });
  });

  test('edited by two at once keeps what both decided, or tells who came second', async () => {
    const [linh, maria] = [
      await resident({ name: 'Linh', days: 40 }),
      await resident({ name: 'Maria', days: 3 }),
    ];
    const [yuki, keiko] = [await volunteer({ name: 'Yuki' }), await volunteer({ name: 'Keiko' })];
    const id = await solvedRound(db, clock, sato.id);
    const seen = { version: await versionOf(id), seen: String(clock().epochMilliseconds) };
    const [[first, second], [third, fourth]] = [
      [linh.id, keiko.id],
      [maria.id, yuki.id],
    ];
    const pin = { ...seen, residentId: first, volunteerId: second };
    expect((await desk.post(`${at(id)}/pins`, pin)).status).toBe(303);
    const late = await other.post(`${at(id)}/pins`, { ...seen, residentId: third, volunteerId: fourth });
    expect(late.text).toMatch(/Changed while you had it open.*Linh with Keiko: together.*Sato/);
    const again = { version: await versionOf(id), residentId: third, volunteerId: fourth };
    expect((await other.post(`${at(id)}/pins`, again)).status).toBe(303);
    expect(await pairsOf(id)).toEqual([
      [linh.id, keiko.id],
      [maria.id, yuki.id],
    ]);
    expect((await desk.get(`${at(id)}/residents/${linh.id}`)).text).toContain('Decided');

    const free = { version: await versionOf(id), residentId: first, volunteerId: second };
    expect((await desk.post(`${at(id)}/releases`, free)).status).toBe(303);
    const ban = { ...free, version: await versionOf(id) };
    await desk.post(`${at(id)}/bans`, ban);
    expect(await pairsOf(id)).toEqual([[maria.id, yuki.id]]);
    const unknown = { version: await versionOf(id), residentId: fourth, volunteerId: first };
    expect((await desk.post(`${at(id)}/pins`, unknown)).text).toContain('There is no application here.');
    expect((await desk.post(`${at(id)}/bans`, unknown)).status).toBe(422);

    await desk.post(`${at(id)}/discarding`, { version: await versionOf(id) });
    expect(await findRound(db, id)).toMatchObject({ state: 'discarded' });
    expect([await findInput(db, id), await findResult(db, id)]).toEqual([null, null]);
    expect((await desk.get(at(id))).text).toContain('nothing was proposed');
    for (const one of [linh, maria, yuki, keiko])
      await inTransaction(db, (tx) =>
        updateApplication(tx, one.id, { state: 'withdrawn', ended_at: clock() }),
      );
  });

  test('of very many is worked out by a job, in a thread of its own, and can be stopped', async () => {
    const crowd = await inTransaction(db, async (tx) => {
      const all = [];
      for (let index = 0; index < 205; index++)
        for (const side of ['resident', 'volunteer'] as const)
          all.push(await waitForPair(tx, { side, name: `${side} ${index}`, now: clock() }));
      return all;
    });
    const begun = await desk.post('/desk/pairs/rounds/new', {
      heldOn: '2026-11-24',
      area: '',
      weightsVersion: '2026-11',
    });
    const id = begun.location?.split('/').at(-1) ?? '';
    const page = await desk.get(at(id));
    expect(page.text).toMatch(/Being worked out.*0%/);
    const press = async (name: string) => desk.post(`${at(id)}/${name}`, { version: await versionOf(id) });
    expect((await press('publication')).status).toBe(422);
    await press('stop');
    await solveNow(db, clock, id);
    expect(await findRound(db, id)).toMatchObject({ state: 'draft', solving: null });
    await press('solving');
    await solveNow(db, clock, id);
    expect(await findRound(db, id)).toMatchObject({ state: 'solved', solving: null });
    const told = await findResult(db, id);
    expect(told).toMatchObject({ pairs: 205, proof: { holds: true, rows: null } });
    const shown = await desk.get(at(id));
    expect(shown.html.match(/class="work-row"/g)).toHaveLength(50);
    const next = /after=([0-9a-f-]{36})/.exec(shown.html)?.[1];
    expect(next).toBe(told?.proposals[49]?.residentId);
    await inTransaction(db, async (tx) => {
      for (const one of crowd) await updateApplication(tx, one.id, { state: 'withdrawn', ended_at: clock() });
    });
  });

  test('is replayed under other points, of which nobody is told', async () => {
    const replay = '/desk/pairs/rounds/replay';
    const linh = await resident({ name: 'Linh', days: 40 });
    const near = await volunteer({ name: 'Near' });
    const friend = await volunteer({ name: 'Friend', person: { town: '錦糸一丁目' }, facts: MUSIC });
    await inTransaction(db, (tx) => updateApplication(tx, linh.id, { facts: factsSchema.parse(MUSIC) }));
    const id = await solvedRound(db, clock, sato.id);
    expect(await pairsOf(id)).toEqual([[linh.id, near.id]]);
    expect((await desk.get(replay)).text).toMatch(/Round of Tue, Nov 24 .*1 → 1 .*nobody/);
    const points =
      'points.distance=50&points.common_time=150&points.language=200&points.purposes=150&points.interests=300&points.family=80&points.experience=40&points.load=30';
    expect((await desk.get(`${replay}?${points}`)).text).toMatch(/Round of Tue, Nov 24 .*1 → 1 .*1 person/);
    expect((await desk.get(`${replay}?points.distance=0`)).text).toContain('they must add up to 1,000');
    expect(await pairsOf(id)).toEqual([[linh.id, near.id]]);
    expect(await listPairsOf(db, friend.id)).toEqual([]);
  });
});

const MUSIC = { isOnlineOk: true, reachKilometers: 10, interests: ['music'] };
