import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { accepted, makeNextNeighborhood, refusedAs, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN, sampleForm, samplePlace } from '../../../../../test/support/spot-samples.ts';
import { keepApart, restrictVolunteer, suspendPerson } from '../../../trust/index.ts';
import {
  type Assignment,
  askBack,
  cancelRequest,
  closeRequest,
  confirmAssignment,
  declineRequest,
  FINAL_STATES,
  findAssignment,
  findOffer,
  findRequest,
  leaveUnfilled,
  listHistory,
  openRequest,
  previewVolunteers,
  type RequestState,
  recordNoShow,
  redirectRequest,
  submitRequest,
} from '../../index.ts';
import { afterStopping, isRuledOut, mayBeTogether } from '../rules/stopping.ts';
import { stopListeners } from './listeners.ts';

const { db } = await testDatabase();

/** A neighborhood of its own: a restriction holds for all that follows. */
const begin = async () => new Story(await makeNextNeighborhood(db, 2));

async function hear(type: string, ids: Record<string, string>, story: Story): Promise<void> {
  const context = { db, clock: () => story.now, log: pino({ level: 'silent' }) };
  for (const listener of stopListeners.filter(({ event }) => event === type))
    await listener.handle({ id: 'the same news', type, ids }, context);
}

/** Events about a request. */
async function news(requestId: string, type: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`select id from platform.events
    where type = ${type} and ids->>'requestId' = ${requestId} order by sequence`.execute(db);
  return rows;
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

const byDesk = (story: Story, id: string) => ({
  ...story.on(id, 'coordinator'),
  reason: '',
  words: 'Sorry.',
});

/** How a request comes into each state. */
const INTO: Readonly<Record<RequestState, (story: Story) => Promise<string>>> = {
  submitted: (story) => story.submitted(),
  asked_back: async (story) => {
    const id = await story.submitted();
    accepted(await story.act((tx) => askBack(tx, story.on(id, 'coordinator'))));
    return id;
  },
  open: (story) => story.asked(),
  accepted: (story) => story.acceptedByFirst(),
  confirmed: (story) => story.confirmed(),
  in_progress: (story) => story.inProgress(),
  visited: (story) => story.visited(),
  closed: async (story) => {
    const id = await story.visited();
    accepted(await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator'))));
    return id;
  },
  unfilled: async (story) => {
    const id = await story.asked();
    accepted(await story.act((tx) => leaveUnfilled(tx, story.on(id, 'coordinator'))));
    return id;
  },
  no_show: async (story) => {
    const id = await story.confirmed();
    story.now = MONDAY_TEN.add({ minutes: 30 });
    accepted(await story.act((tx) => recordNoShow(tx, { ...byDesk(story, id), absent: 'requester' })));
    return id;
  },
  declined: async (story) => {
    const id = await story.submitted();
    accepted(await story.act((tx) => declineRequest(tx, byDesk(story, id))));
    return id;
  },
  redirected: async (story) => {
    const id = await story.submitted();
    const target = 'helpline' as const;
    accepted(await story.act((tx) => redirectRequest(tx, { ...byDesk(story, id), target })));
    return id;
  },
  cancelled: async (story) => {
    const id = await story.submitted();
    accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'requester'), reason: '' })));
    return id;
  },
};

type Expected = Readonly<Record<RequestState, readonly [requester: RequestState, volunteer: RequestState]>>;

/** In which state each request is after its requester, or the volunteer who was asked or had said yes, was suspended. */
const AFTER: Expected = {
  submitted: ['cancelled', 'submitted'],
  asked_back: ['cancelled', 'asked_back'],
  open: ['cancelled', 'open'],
  accepted: ['cancelled', 'open'],
  confirmed: ['cancelled', 'open'],
  in_progress: ['in_progress', 'in_progress'],
  visited: ['visited', 'visited'],
  closed: ['closed', 'closed'],
  unfilled: ['cancelled', 'unfilled'],
  no_show: ['closed', 'no_show'],
  declined: ['declined', 'declined'],
  redirected: ['redirected', 'redirected'],
  cancelled: ['cancelled', 'cancelled'],
};

describe.each(Object.keys(AFTER) as RequestState[])('a request that is %s', (state) => {
  test.each(['requester', 'volunteer'] as const)('when its %s is suspended', async (who) => {
    const story = await begin();
    const id = await INTO[state](story);
    expect((await findRequest(db, id))?.state).toBe(state);
    const personId = who === 'requester' ? story.place.residentId : story.first;
    await suspend(story, personId);
    await hear('trust.person.suspended', { personId }, story);
    const expected = AFTER[state][who === 'requester' ? 0 : 1];
    expect((await findRequest(db, id))?.state).toBe(expected);
    const lines = (await listHistory(db, id)).length;
    await hear('trust.person.suspended', { personId }, story);
    expect((await listHistory(db, id)).length).toBe(lines);
    const assignment = await findAssignment(db, id);
    const keepsVolunteer = ['in_progress', 'visited', 'closed'].includes(state);
    expect(assignment !== null).toBe(keepsVolunteer);
    expect((await findOffer(db, id, personId))?.state).not.toBe('asked');
    const told = await news(id, 'spot.visit.called_off');
    expect(new Set(told.map((one) => one.id)).size).toBe(state === 'in_progress' ? 1 : 0);
  });
});

describe('what others are told', () => {
  test('of a cancelled visit has no reason, and its requester nothing to hide', async () => {
    const story = await begin();
    const id = await story.confirmed();
    await suspend(story, story.place.residentId);
    await hear('trust.person.suspended', { personId: story.place.residentId }, story);
    const last = (await listHistory(db, id)).at(-1);
    expect(last).toMatchObject({ act: 'cancel', byParty: 'program', byPerson: null, reason: null });
    expect((await findRequest(db, id))?.outcomeWords).toBeNull();
    expect(await news(id, 'spot.request.cancelled')).toHaveLength(1);
  });

  test('of a withdrawn offer is that it needs no answer', async () => {
    const story = await begin();
    const id = await story.asked();
    await suspend(story, story.first);
    await hear('trust.person.suspended', { personId: story.first }, story);
    await hear('trust.person.suspended', { personId: story.first }, story);
    expect(await news(id, 'spot.offer.closed')).toHaveLength(1);
    expect((await findOffer(db, id, story.volunteer(1)))?.state).toBe('asked');
  });

  test('of a visit that begins within two hours is to telephone, too', async () => {
    const story = await begin();
    const id = await story.confirmed();
    story.now = MONDAY_TEN.subtract({ minutes: 119 });
    await suspend(story, story.first);
    await hear('trust.person.suspended', { personId: story.first }, story);
    expect((await findRequest(db, id))?.state).toBe('open');
    expect(await news(id, 'spot.visit.called_off')).toHaveLength(1);
  });
});

describe('meanwhile', () => {
  test('nothing is agreed on with a volunteer who was suspended', async () => {
    const story = await begin();
    const id = await story.acceptedByFirst();
    await suspend(story, story.first);
    const outcome = await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
    expect(refusedAs(outcome)).toBe('request_has_changed_since');
    expect((await findRequest(db, id))?.state).toBe('accepted');
  });

  test('nobody says yes to, opens, reopens or enters what a suspended person asks for', async () => {
    const story = await begin();
    const [asked, submitted] = [await story.asked(), await story.submitted()];
    await suspend(story, story.place.residentId);
    expect(refusedAs(await story.accept(asked, story.first))).toBe('request_is_no_longer_open');
    const on = story.on(submitted, 'coordinator');
    expect(refusedAs(await story.act((tx) => openRequest(tx, on)))).toBe('requester_is_suspended');
    const doer = story.as('coordinator');
    const submission = { requesterId: story.place.residentId, form: sampleForm(), doer };
    expect(refusedAs(await story.act((tx) => submitRequest(tx, submission)))).toBe('requester_is_suspended');
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

  test('see nothing more of each other’s open requests', async () => {
    const story = await begin();
    const id = await story.asked();
    const [personId, otherId] = [story.place.residentId, story.first];
    await keep(story, personId, otherId);
    await hear('trust.people.kept_apart', { personId, otherId }, story);
    expect((await findOffer(db, id, story.first))?.state).toBe('closed');
    expect((await findOffer(db, id, story.volunteer(1)))?.state).toBe('asked');
  });

  test('are not agreed with any more', async () => {
    const story = await begin();
    const id = await story.acceptedByFirst();
    await keep(story, story.place.residentId, story.first);
    const outcome = await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
    expect(refusedAs(outcome)).toBe('request_has_changed_since');
  });
});

describe('a volunteer who may help only online from now on', () => {
  const limit = async (story: Story) => {
    const limiting = { personId: story.first, kind: 'only_online' as const, ...decision(story) };
    accepted(await story.act((tx) => restrictVolunteer(tx, limiting)));
    await hear('trust.volunteer.restricted', { personId: story.first }, story);
  };

  test('is let go from visits in person, and from no other', async () => {
    const story = await begin();
    const online = { place: { ...samplePlace(), kind: 'online' as const } };
    const [inPerson, byScreen] = [
      await story.confirmed(),
      await story.confirmed({ ...online, possibleTimes: [MONDAY_TEN.add({ hours: 5 })] }),
    ];
    await limit(story);
    expect((await findRequest(db, inPerson))?.state).toBe('open');
    expect((await findRequest(db, byScreen))?.state).toBe('confirmed');
  });

  test('is neither found nor accepted for one', async () => {
    const story = await begin();
    const [asked, opened] = [await story.asked(), await story.opened()];
    const limiting = { personId: story.first, kind: 'only_online' as const, ...decision(story) };
    accepted(await story.act((tx) => restrictVolunteer(tx, limiting)));
    expect(refusedAs(await story.accept(asked, story.first))).toBe('request_is_no_longer_open');
    const { ranked } = await previewVolunteers(db, opened, story.now);
    const found = ranked.map(({ volunteerId }) => volunteerId);
    expect(found).not.toContain(story.first);
    expect(found).toContain(story.volunteer(1));
  });
});

test('a volunteer who has left goes to nobody', async () => {
  const story = await begin();
  const id = await story.confirmed();
  await hear('trust.volunteer.left', { personId: story.first }, story);
  expect((await findRequest(db, id))?.state).toBe('open');
});

describe('the rules', () => {
  const visit = { startsAt: MONDAY_TEN, endsAt: MONDAY_TEN.add({ hours: 1 }) } as Assignment;
  const confirmed = { state: 'confirmed', assignment: visit } as const;

  test.each(['requester', 'assigned_volunteer'] as const)(
    'leave a visit whose time has passed to a coordinator (%s)',
    (party) => {
      expect(afterStopping(party, confirmed, visit.endsAt)).toBe('leave');
      expect(mayBeTogether(confirmed, visit.endsAt)).toBe(false);
      expect(afterStopping(party, confirmed, visit.endsAt.subtract({ seconds: 1 }))).not.toBe('leave');
    },
  );

  test('change nothing about what has ended', () => {
    for (const state of FINAL_STATES) {
      for (const party of ['requester', 'assigned_volunteer'] as const)
        expect(afterStopping(party, { state, assignment: null }, MONDAY_TEN)).toBe('leave');
    }
  });

  test.each([
    [['only_online'], 'medical', 'place', true],
    [['only_online'], 'medical', 'phone', false],
    [['only_online'], 'medical', 'online', false],
    [['not_with_children'], 'childcare', 'online', true],
    [['not_with_children'], 'education', 'place', true],
    [['not_with_children'], 'admin', 'place', false],
    [['pause'], 'childcare', 'place', false],
    [[], 'education', 'place', false],
  ] as const)('limited by %j, %s in the way of %s: %s', (limits, category, kind, expected) => {
    expect(isRuledOut(new Set(limits), { category, place: { kind } })).toBe(expected);
  });
});
