import { describe, expect, test } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../../test/support/pairs.ts';
import { DECIDER } from '../../../../../test/support/volunteers.ts';
import { ask } from '../../../../platform/database/questions.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson, grantRole } from '../../../people/index.ts';
import { findIntroduction } from '../../introduction/store.ts';
import { pairsModule } from '../../module.ts';
import type { PairState } from '../../types.ts';
import { waitingPairs } from '../store/waiting.ts';
import { findPair, updatePair } from '../store.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const now = clock();
async function coordinator(name: string) {
  const person = await inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now }));
  await inTransaction(db, (tx) =>
    grantRole(tx, { personId: person.id, role: 'coordinator' }, { by: DECIDER, now }),
  );
  return { ...person, web: house.as(actorOf(person, ['coordinator'])) };
}
const [sato, mori] = [await coordinator('Sato Ken'), await coordinator('Mori Aya')];

async function two(state: PairState, of: { volunteerId?: string; withIds?: readonly string[] } = {}) {
  return inTransaction(db, async (tx) => {
    const volunteer = await applyForPair(tx, {
      ...{ side: 'volunteer', name: 'Kimura Sachiko', now },
      ...(of.volunteerId && { personId: of.volunteerId }),
      withIds: of.withIds ?? [],
    });
    const resident = await applyForPair(tx, { side: 'resident', name: 'Sita Rai', now });
    const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    return pairUp(tx, { ...ids, coordinatorId: sato.id, state, now });
  });
}
const path = (id: string, act = '') => `/desk/pairs/${id}${act}`;
async function send(who: Visitor, id: string, act: string, fields = {}) {
  const version = (await findPair(db, id))?.version ?? 0;
  return who.post(path(id, `/${act}`), { version: String(version), seen: '0', ...fields });
}
const kindsOf = async (id: string, readerId = sato.id, at = now) =>
  (await ask(db, waitingPairs(readerId, at))).filter((one) => one.id === id).map(({ kind }) => kind);

describe('a pair on the desk', () => {
  test('is withdrawn with a reason that its page shows to coordinators alone', async () => {
    const id = await two('offered');
    expect((await send(sato.web, id, 'withdrawal')).status).toBe(422);
    await send(sato.web, id, 'withdrawal', { reason: 'She moves to Osaka.' });
    expect((await mori.web.get(path(id))).text).toMatch(/Came to nothing.*She moves to Osaka/);
  });

  test('has a time to meet set for it, in Japan, with whoever set it', async () => {
    const id = await two('introduction');
    expect(await kindsOf(id)).toEqual(['set']);
    const when = {
      day: '2026-11-25',
      time: '19:00',
      minutes: '30',
      place: 'online',
      whereWords: 'https://meet.example',
    };
    await send(sato.web, id, 'introduction', { ...when, day: '2026-11-23' });
    expect(await findIntroduction(db, id)).toBe(null);
    expect((await send(sato.web, id, 'introduction', when)).flash).toContain('both are told');
    const introduction = await findIntroduction(db, id);
    expect(introduction?.startsAt.toString()).toBe('2026-11-25T10:00:00Z');
    expect(introduction?.hostId).toBe(sato.id);
    expect(await kindsOf(id)).toEqual(['hold']);
  });

  test('is handed over with words, and looked at again by whoever takes it', async () => {
    const id = await two('active');
    await send(sato.web, id, 'hand-over', { toId: mori.id, letter: 'They meet on Sundays.' });
    expect(await findPair(db, id)).toMatchObject({
      coordinatorId: mori.id,
      lookAgainOn: Temporal.PlainDate.from('2026-12-08'),
    });
    expect(await kindsOf(id)).toEqual(['look']);
    expect((await mori.web.get(path(id))).text).toContain('They meet on Sundays.');
    await send(mori.web, id, 'second-look', { found: 'Both are content.' });
    expect(await kindsOf(id)).toEqual([]);
    expect((await findPair(db, id))?.lookAgainOn).toBe(null);
  });

  test('is handed over to coordinators only, and to nobody who is in it', async () => {
    const id = await two('active', { volunteerId: mori.id });
    for (const toId of [mori.id, sato.id])
      expect((await send(sato.web, id, 'hand-over', { toId, letter: 'Please.' })).status).toBe(422);
  });

  test('is not there for a coordinator who is in it, on no page and in no list', async () => {
    const aya = await coordinator('Hara Aya');
    const id = await two('introduction', { withIds: [aya.id] });
    expect((await aya.web.get(path(id))).status).toBe(404);
    await send(aya.web, id, 'withdrawal', { reason: 'Because.' });
    expect((await findPair(db, id))?.state).toBe('introduction');
    expect(await kindsOf(id, aya.id)).toEqual([]);
    expect((await aya.web.get('/desk/pairs?show=introductions')).html).not.toContain(id);
    expect((await sato.web.get('/desk/pairs?show=introductions')).html).toContain(id);
  });

  test('waits for a talk once writing was stopped, and lets them write again', async () => {
    const id = await two('active');
    await inTransaction(db, (tx) => updatePair(tx, id, { writing_stopped_at: now }));
    expect(await kindsOf(id)).toEqual(['writing']);
    await send(sato.web, id, 'writing');
    expect(await kindsOf(id)).toEqual([]);
  });

  test('waits for a call two days before an answer is due', async () => {
    const id = await two('offered');
    expect(await kindsOf(id)).toEqual([]);
    expect(await kindsOf(id, sato.id, now.add({ hours: 24 * 6 }))).toEqual(['call']);
  });
});
