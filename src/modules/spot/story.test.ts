import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import {
  accepted,
  closeConcernsAbout,
  makeNeighborhood,
  refusedAs,
  Story,
} from '../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../test/support/spot-samples.ts';
import { listConcernsWith } from '../trust/index.ts';
import { worryClosed } from './close/worry-closed.ts';
import {
  answerBack,
  askBack,
  askVolunteers,
  cancelRequest,
  checkIn,
  checkOut,
  closeRequest,
  confirmAssignment,
  declineOffer,
  declineRequest,
  findAssignment,
  findMeetingPlace,
  findRequest,
  findVisitRecord,
  giveFeedback,
  leaveUnfilled,
  listHistory,
  listOffersOfRequest,
  openRequest,
  recordNoShow,
  redirectRequest,
  rejectAssignment,
  releaseVolunteer,
  reopenRequest,
  reportVisit,
} from './index.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 4);

const REPORT = { doneWords: '区役所で書類を書きました。', spentMinutes: 110, learnedWords: '' };
const FEEDBACK = {
  solution: 'solved',
  thanksWords: 'Thank you!',
  isUnsafe: false,
  unsafeWords: null,
} as const;

async function stateOf(id: string): Promise<string | undefined> {
  return (await findRequest(db, id))?.state;
}

/** Frees the volunteers' time, so that each test begins alone. */
async function settle(story: Story, id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  await story.act((tx) => cancelRequest(tx, on));
}

async function hearThatConcernClosed(requestId: string, now: Temporal.Instant): Promise<void> {
  const ids = { concernId: requestId, objectKind: 'spot.request', objectId: requestId };
  const context = { db, clock: () => now, log: pino({ level: 'silent' }) };
  await worryClosed.handle({ id: 'the same news', type: worryClosed.event, ids }, context);
}

describe('a request', () => {
  test('goes from asking to closing, and both say how it was', async () => {
    const story = new Story(place);
    const id = await story.visited();
    const volunteer = story.on(id, 'assigned_volunteer', story.first);
    accepted(await story.act((tx) => reportVisit(tx, { ...volunteer, report: REPORT })));
    expect(await stateOf(id)).toBe('visited');
    const requester = story.on(id, 'requester');
    accepted(await story.act((tx) => giveFeedback(tx, { ...requester, feedback: FEEDBACK })));
    expect(await stateOf(id)).toBe('closed');
    const history = await listHistory(db, id);
    expect(history.map(({ act }) => act)).toEqual([
      'submit',
      'open',
      'accept',
      'confirm',
      'check_in',
      'check_out',
      'close',
    ]);
    expect((await findAssignment(db, id))?.endedBecause).toBe('fulfilled');
    expect(refusedAs(await story.act((tx) => reportVisit(tx, { ...volunteer, report: REPORT })))).toBe(
      'you_have_already_reported',
    );
  });

  test('can be asked back about and answered any number of times', async () => {
    const story = new Story(place);
    const id = await story.submitted();
    for (let round = 0; round < 2; round++) {
      accepted(await story.act((tx) => askBack(tx, story.on(id, 'coordinator'))));
      accepted(await story.act((tx) => answerBack(tx, story.on(id, 'requester'))));
    }
    expect(await stateOf(id)).toBe('submitted');
    expect((await findRequest(db, id))?.coordinatorId).toBe(place.coordinatorId);
  });

  test('that is redirected or declined tells the requester where to go, and why', async () => {
    const story = new Story(place);
    const id = await story.asked();
    const to = { ...story.on(id, 'coordinator'), target: 'official_office' } as const;
    expect(refusedAs(await story.act((tx) => redirectRequest(tx, { ...to, words: ' ' })))).toBe(
      'say_where_to_go',
    );
    accepted(await story.act((tx) => redirectRequest(tx, { ...to, words: 'The tax office decides this.' })));
    const found = await findRequest(db, id);
    expect([found?.state, found?.redirectedTo, found?.outcomeWords]).toEqual([
      'redirected',
      'official_office',
      'The tax office decides this.',
    ]);
    expect((await listOffersOfRequest(db, id)).every(({ state }) => state === 'closed')).toBe(true);
    const other = await story.submitted();
    const no = { ...story.on(other, 'coordinator'), words: '' };
    expect(refusedAs(await story.act((tx) => declineRequest(tx, no)))).toBe('say_why');
  });

  test('made from an older version of the page is refused', async () => {
    const story = new Story(place);
    const id = await story.submitted();
    const version = (await findRequest(db, id))?.version;
    accepted(await story.act((tx) => askBack(tx, { ...story.on(id, 'coordinator'), version })));
    const stale = { ...story.on(id, 'coordinator'), version };
    expect(refusedAs(await story.act((tx) => openRequest(tx, stale)))).toBe('request_has_changed_since');
  });

  test('of somebody else is nobody’s to act on', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    const stranger = story.on(id, 'requester', story.first);
    expect(refusedAs(await story.act((tx) => confirmAssignment(tx, stranger)))).toBe(
      'this_is_not_yours_to_do',
    );
    const other = story.on(id, 'assigned_volunteer', story.volunteer(1));
    expect(refusedAs(await story.act((tx) => checkIn(tx, other)))).toBe('this_is_not_yours_to_do');
    await settle(story, id);
  });
});

describe('the requester', () => {
  test('sees the address with the volunteer while it is needed, and not afterwards', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    const seenBy = (personId: string) => findMeetingPlace(db, { requestId: id, personId });
    expect(await seenBy(story.first)).toBeNull();
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
    expect(await seenBy(story.first)).toBe('吾妻橋1-23-20');
    expect(await seenBy(place.residentId)).toBe('吾妻橋1-23-20');
    expect(await seenBy(story.volunteer(1))).toBeNull();
    story.now = MONDAY_TEN;
    accepted(await story.act((tx) => checkIn(tx, story.on(id, 'assigned_volunteer', story.first))));
    accepted(await story.act((tx) => checkOut(tx, story.on(id, 'assigned_volunteer', story.first))));
    expect(await seenBy(story.first)).toBeNull();
    accepted(await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator'))));
  });

  test('who would like somebody else is open again, and the same volunteer is not asked again', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    accepted(await story.act((tx) => rejectAssignment(tx, story.on(id, 'requester'))));
    expect(await stateOf(id)).toBe('open');
    expect(await findAssignment(db, id)).toBeNull();
    expect(refusedAs(await story.accept(id, story.first))).toBe('you_have_already_said_yes');
    await settle(story, id);
  });

  test.each([
    ['submitted', false],
    ['asked', false],
    ['acceptedByFirst', false],
    ['confirmed', false],
    ['inProgress', true],
  ] as const)('can cancel when %s', async (beginning, isLate) => {
    const story = new Story(place);
    const id = await story[beginning]();
    const on = { ...story.on(id, 'requester'), reason: 'I found a friend.' };
    accepted(await story.act((tx) => cancelRequest(tx, on)));
    const request = await findRequest(db, id);
    expect([request?.state, request?.wasCancelledLate]).toEqual(['cancelled', isLate]);
    expect(await findAssignment(db, id)).toBeNull();
    expect(refusedAs(await story.act((tx) => cancelRequest(tx, on)))).toBe('request_was_cancelled');
  });

  test('cannot cancel what has happened', async () => {
    const story = new Story(place);
    const id = await story.visited();
    const on = { ...story.on(id, 'requester'), reason: '' };
    expect(refusedAs(await story.act((tx) => cancelRequest(tx, on)))).toBe('visit_has_already_happened');
    accepted(await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator'))));
  });

  test('who feels unsafe reaches the coordinators at once, and the request stays open for them', async () => {
    const story = new Story(place);
    const id = await story.visited();
    const volunteer = story.on(id, 'assigned_volunteer', story.first);
    accepted(await story.act((tx) => reportVisit(tx, { ...volunteer, report: REPORT })));
    const feedback = { ...FEEDBACK, isUnsafe: true, unsafeWords: 'He asked for money.' };
    accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
    expect(await stateOf(id)).toBe('visited');
    const who = { personId: story.first, readerId: story.place.coordinatorId };
    const { rows: concerns } = await listConcernsWith(db, who, { after: null, limit: 10 });
    const about = concerns.filter(({ objectId }) => objectId === id);
    expect(about.map(({ aboutPersonId, words }) => [aboutPersonId, words])).toEqual([
      [story.first, 'He asked for money.'],
    ]);
    const assignment = await findAssignment(db, id);
    expect((await findVisitRecord(db, assignment?.id ?? '')).feedback?.isUnsafe).toBe(true);
    const close = (by: string | null) => story.act((tx) => closeRequest(tx, story.on(id, 'coordinator', by)));
    expect(refusedAs(await close(null))).toBe('look_into_the_concern_first');
    expect(refusedAs(await close(story.first))).toBe('another_coordinator_closes_this');
    await closeConcernsAbout(story, id);
    accepted(await close(null));
  });

  test('and once the worry is looked into and closed, the request goes its way', async () => {
    const story = new Story(place);
    const id = await story.visited();
    const volunteer = story.on(id, 'assigned_volunteer', story.first);
    accepted(await story.act((tx) => reportVisit(tx, { ...volunteer, report: REPORT })));
    const older = (await findRequest(db, id))?.version;
    const feedback = { ...FEEDBACK, isUnsafe: true, unsafeWords: 'He asked for money.' };
    accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
    const stale = { ...story.on(id, 'coordinator'), version: older };
    expect(refusedAs(await story.act((tx) => closeRequest(tx, stale)))).toBe('request_has_changed_since');
    await hearThatConcernClosed(id, story.now);
    expect(await stateOf(id)).toBe('visited');
    await closeConcernsAbout(story, id);
    await hearThatConcernClosed(id, story.now);
    await hearThatConcernClosed(id, story.now);
    expect(await stateOf(id)).toBe('closed');
  });
});

describe('the volunteer', () => {
  test('who steps back opens the request again, and others are asked at once', async () => {
    const story = new Story(place);
    const id = await story.opened();
    const only = { ...story.on(id, 'coordinator'), volunteerIds: [story.first] };
    accepted(await story.act((tx) => askVolunteers(tx, only)));
    accepted(await story.accept(id, story.first));
    const on = { ...story.on(id, 'assigned_volunteer', story.first), reason: 'I have a cold.' };
    accepted(await story.act((tx) => cancelRequest(tx, on)));
    expect(await stateOf(id)).toBe('open');
    const offers = await listOffersOfRequest(db, id);
    expect(offers.map(({ volunteerId, wave, state }) => [volunteerId === story.first, wave, state])).toEqual([
      [true, 1, 'accepted'],
      [false, 2, 'asked'],
      [false, 2, 'asked'],
      [false, 2, 'asked'],
    ]);
    await settle(story, id);
  });

  test('who is let go is told, and the request is open again', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    const on = { ...story.on(id, 'coordinator'), reason: 'Another visit was moved.' };
    accepted(await story.act((tx) => releaseVolunteer(tx, on)));
    expect(await stateOf(id)).toBe('open');
    await settle(story, id);
  });

  test('says no once and for all, without a reason', async () => {
    const story = new Story(place);
    const id = await story.asked();
    const on = story.on(id, 'asked_volunteer', story.first);
    accepted(await story.act((tx) => declineOffer(tx, on)));
    accepted(await story.act((tx) => declineOffer(tx, on)));
    expect(refusedAs(await story.accept(id, story.first))).toBe('you_have_said_no');
    await settle(story, id);
  });

  test('checks in no earlier than an hour before', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    story.now = MONDAY_TEN.subtract({ minutes: 61 });
    const on = () => story.on(id, 'assigned_volunteer', story.first);
    expect(refusedAs(await story.act((tx) => checkIn(tx, on())))).toBe('too_early_to_check_in');
    story.now = MONDAY_TEN.subtract({ minutes: 60 });
    accepted(await story.act((tx) => checkIn(tx, on())));
    await settle(story, id);
  });

  test('who waits in vain says so, and the request can be opened again at another time', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    story.now = MONDAY_TEN;
    const on = () => ({
      ...story.on(id, 'assigned_volunteer', story.first),
      absent: 'volunteer' as const,
      reason: 'Nobody came.',
    });
    expect(refusedAs(await story.act((tx) => recordNoShow(tx, on())))).toBe('please_wait_a_little');
    story.now = MONDAY_TEN.add({ minutes: 20 });
    accepted(await story.act((tx) => recordNoShow(tx, on())));
    const row = await db
      .selectFrom('spot.assignments')
      .select('absent_side')
      .where('request_id', '=', id)
      .execute();
    expect(row).toEqual([{ absent_side: 'requester' }]);
    const again = { ...story.on(id, 'coordinator'), possibleTimes: [MONDAY_TEN.add({ hours: 48 })] };
    accepted(await story.act((tx) => reopenRequest(tx, again)));
    expect((await findRequest(db, id))?.possibleTimes.map(String)).toEqual(['2026-12-09T01:00:00Z']);
    await settle(story, id);
  });
});

describe('when nobody says yes', () => {
  test('a coordinator takes over, and can open it again at another time', async () => {
    const story = new Story(place);
    const id = await story.asked();
    accepted(await story.act((tx) => leaveUnfilled(tx, story.on(id, 'program'))));
    expect((await listOffersOfRequest(db, id)).every(({ state }) => state === 'closed')).toBe(true);
    const past = { ...story.on(id, 'coordinator'), possibleTimes: [story.now.subtract({ hours: 1 })] };
    expect(refusedAs(await story.act((tx) => reopenRequest(tx, past)))).toBe('time_has_passed');
    expect(refusedAs(await story.accept(id, story.first))).toBe('request_is_no_longer_open');
    await settle(story, id);
  });
});
