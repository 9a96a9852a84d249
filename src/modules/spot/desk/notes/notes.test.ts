import { describe, expect, it } from 'vitest';
import { DESK_OF_SPOT } from '../../../../../test/support/desk.ts';
import { testFiles } from '../../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { PROGRAM } from '../../../../platform/audit/record.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson, endAccess } from '../../../people/index.ts';
import { askVolunteers, cancelRequest, findRequest, openRequest } from '../../index.ts';
import { spotModule } from '../../module.ts';
import { listNotes } from '../../store/notes.ts';

const house = await testHouse([
  spotModule({
    files: testFiles(),
    publicUrl: 'http://localhost:4000',
  }),
  DESK_OF_SPOT,
]);
const place = await makeNeighborhood(house.db, 1);
const story = new Story(place);
const colleague = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: '佐藤', roles: ['coordinator'], now: story.now.subtract({ hours: 24 }) }),
);
const asCoordinator = (id: string) => house.as(actorOf({ id }, ['coordinator']));
const coordinator = asCoordinator(place.coordinatorId);
const WORDS = 'She prefers the afternoon; I called twice.';

async function post(id: string, act: string, fields: Record<string, string> = {}, by = coordinator) {
  const version = String((await findRequest(house.db, id))?.version);
  return by.post(`/desk/requests/${id}/${act}`, { version, ...fields });
}
const pageOf = async (id: string, by = coordinator) => (await by.get(`/desk/requests/${id}`)).text;

describe('a note', () => {
  it('is read by every coordinator with its author, and lies sealed', async () => {
    const id = await story.submitted();
    expect((await post(id, 'notes', { noteWords: ' ' })).refusals['noteWords']).toBeTruthy();
    expect((await post(id, 'notes', { noteWords: WORDS })).status).toBe(303);
    expect(await pageOf(id, asCoordinator(colleague.id))).toMatch(/小林.*She prefers the afternoon/);
    const { words } = await house.db.selectFrom('spot.notes').select('words').executeTakeFirstOrThrow();
    expect(words).not.toContain('afternoon');
  });

  it('goes on behind the last of a page, each once', async () => {
    const id = await story.submitted();
    for (let note = 0; note < 33; note++) await post(id, 'notes', { noteWords: `Note ${note}.` });
    const path = `/desk/requests/${id}`;
    const first = await coordinator.get(path);
    const [, after = ''] = /after=([0-9a-f-]{36})/.exec(first.html) ?? [];
    const second = await coordinator.get(`${path}?after=${after}`);
    const said = [first, second].flatMap(({ text }) => text.match(/Note \d+\./g) ?? []);
    expect(said).toHaveLength(33);
    expect(new Set(said).size).toBe(33);
  });

  it('is written about what has ended, and from a page of before', async () => {
    const id = await story.submitted();
    accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason: 'No.' })));
    const before = await coordinator.post(`/desk/requests/${id}/notes`, { version: '1', noteWords: WORDS });
    expect(before.status).toBe(303);
    expect(await pageOf(id)).toContain(WORDS);
  });

  it('is nothing for the two, also when one of them is a coordinator', async () => {
    const volunteerId = story.first;
    const id = await story.submitted();
    accepted(await story.act((tx) => openRequest(tx, story.on(id, 'coordinator'))));
    await post(id, 'notes', { noteWords: WORDS });
    accepted(await story.act((tx) => askVolunteers(tx, story.on(id, 'coordinator'))));
    for (const personId of [place.residentId, volunteerId]) {
      expect(await pageOf(id, asCoordinator(personId))).not.toContain(WORDS);
      await post(id, 'notes', { noteWords: 'I read along.' }, asCoordinator(personId));
      expect((await post(id, 'taking', {}, asCoordinator(personId))).status).toBe(422);
    }
    expect((await listNotes(house.db, id, { after: null, limit: 30 })).rows).toHaveLength(1);
    const own = await house.as(actorOf({ id: place.residentId })).get(`/spot/requests/${id}`);
    expect(own.text).not.toContain(WORDS);
  });
});

describe('who keeps a request', () => {
  it('is the first who acts on it, until it is handed over with a note', async () => {
    const id = await story.submitted();
    await post(id, 'opening');
    expect((await findRequest(house.db, id))?.coordinatorId).toBe(place.coordinatorId);
    const handing = { keeper: colleague.id, handingWords: WORDS };
    for (const keeper of ['', place.residentId, story.first])
      expect((await post(id, 'keeper', { ...handing, keeper })).refusals['keeper']).toBeTruthy();
    expect((await post(id, 'keeper', handing)).status).toBe(303);
    expect((await findRequest(house.db, id))?.coordinatorId).toBe(colleague.id);
    expect(await pageOf(id)).toMatch(/Handed over to 佐藤.*She prefers/);
    await post(id, 'unfilled');
    expect((await findRequest(house.db, id))?.coordinatorId).toBe(colleague.id);
    expect((await coordinator.get('/desk?show=mine')).html).not.toContain(id);
    expect((await asCoordinator(colleague.id).get('/desk?show=mine')).html).toContain(id);
    await post(id, 'taking');
    expect((await findRequest(house.db, id))?.coordinatorId).toBe(place.coordinatorId);
    expect((await coordinator.get('/desk?show=mine')).html).toContain(id);
  });

  it('is nobody who may not come in any more', async () => {
    const now = story.now.subtract({ hours: 24 });
    const former = await inTransaction(house.db, async (tx) => {
      const person = await createPerson(tx, { name: '鈴木', roles: ['coordinator'], now });
      await endAccess(tx, person.id, { by: PROGRAM, now });
      return person;
    });
    const id = await story.submitted();
    expect((await coordinator.get(`/desk/requests/${id}`)).html).not.toContain(former.id);
    expect((await post(id, 'keeper', { keeper: former.id })).refusals['keeper']).toBeTruthy();
  });

  it('does not change from an older page, or once it has ended', async () => {
    const id = await story.submitted();
    await post(id, 'opening');
    const older = { version: '1', keeper: colleague.id };
    expect((await coordinator.post(`/desk/requests/${id}/keeper`, older)).status).toBe(422);
    accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason: 'No.' })));
    expect((await post(id, 'keeper', { keeper: colleague.id })).status).toBe(422);
    expect((await findRequest(house.db, id))?.coordinatorId).toBe(place.coordinatorId);
  });
});
