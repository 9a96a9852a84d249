import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { accepted, makeNeighborhood, refusedAs, Story } from '../../../../../test/support/spot.ts';
import { keepApart, suspendPerson } from '../../../trust/index.ts';
import { confirmAssignment, findAssignment, findRequest } from '../../index.ts';
import { letGoListeners } from './let-go.ts';

const { db } = await testDatabase();

/** A neighborhood of its own: a restriction holds for all that follows. */
const begin = async () => new Story(await makeNeighborhood(db, 2));

async function hear(type: string, ids: Record<string, string>, story: Story): Promise<void> {
  const context = { db, clock: () => story.now, log: pino({ level: 'silent' }) };
  for (const listener of letGoListeners.filter(({ event }) => event === type))
    await listener.handle({ id: crypto.randomUUID(), type, ids }, context);
}

const decision = (story: Story) => ({
  reason: 'A worry is looked into.',
  by: { personId: story.place.coordinatorId, role: 'coordinator' },
  now: story.now,
});

const suspend = async (story: Story, personId: string) =>
  accepted(await story.act((tx) => suspendPerson(tx, { personId, ...decision(story) })));
const keep = async (story: Story, personId: string, otherId: string) =>
  accepted(await story.act((tx) => keepApart(tx, { personId, otherId, ...decision(story) })));

describe('a volunteer who was suspended', () => {
  test('goes to nobody: their visits are open again for others', async () => {
    const story = await begin();
    const id = await story.confirmed();
    await suspend(story, story.first);
    await hear('trust.volunteer.suspended', { personId: story.first }, story);
    expect((await findRequest(db, id))?.state).toBe('open');
    expect(await findAssignment(db, id)).toBeNull();
    await hear('trust.volunteer.suspended', { personId: story.first }, story);
    expect((await findRequest(db, id))?.state).toBe('open');
  });

  test('is not agreed with any more', async () => {
    const story = await begin();
    const id = await story.acceptedByFirst();
    await suspend(story, story.first);
    const outcome = await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
    expect(refusedAs(outcome)).toBe('request_has_changed_since');
    expect((await findRequest(db, id))?.state).toBe('accepted');
  });
});

describe('two people who are kept apart', () => {
  test('do not meet, whichever of them was named first; visits to others stay', async () => {
    for (const isTurned of [false, true]) {
      const story = await begin();
      const [id, resident] = [await story.confirmed(), story.place.residentId];
      const [personId, otherId] = isTurned ? [resident, story.first] : [story.first, resident];
      await hear('trust.people.kept_apart', { personId, otherId: story.volunteer(1) }, story);
      expect((await findRequest(db, id))?.state).toBe('confirmed');
      await keep(story, personId, otherId);
      await hear('trust.people.kept_apart', { personId, otherId }, story);
      expect((await findRequest(db, id))?.state).toBe('open');
    }
  });

  test('are not agreed with any more', async () => {
    const story = await begin();
    const id = await story.acceptedByFirst();
    await keep(story, story.place.residentId, story.first);
    const outcome = await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
    expect(refusedAs(outcome)).toBe('request_has_changed_since');
  });
});
