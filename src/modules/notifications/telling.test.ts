import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { allNews, kindNamed, postOf } from '../../../test/support/notifications.ts';
import { accepted, makeNeighborhood, Story } from '../../../test/support/spot.ts';
import { MONDAY_TEN, TUESDAY_NINE } from '../../../test/support/spot-samples.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { openThread, writeMessage } from '../conversations/index.ts';
import { createPerson } from '../people/index.ts';
import {
  answerBack,
  askBack,
  askWhetherMet,
  cancelRequest,
  checkOut,
  closeRequest,
  confirmAssignment,
  declineOffer,
  declineRequest,
  lapseRequest,
  leaveUnfilled,
  openRequest,
  recordNoShow,
  redirectRequest,
  rejectAssignment,
  releaseVolunteer,
  sayMet,
} from '../spot/index.ts';
import { raiseConcern } from '../trust/index.ts';
import { tell } from './commands.ts';

const { db, pool, ownerUrl } = await testDatabase();
const place = await makeNeighborhood(db, 3);
const post = postOf({ db, pool }, TUESDAY_NINE);
const colleague = await inTransaction(db, (tx) =>
  createPerson(tx, { name: '佐藤', roles: ['coordinator'], now: TUESDAY_NINE.subtract({ hours: 9000 }) }),
);
const names = new Map([
  [place.residentId, 'resident'],
  [place.coordinatorId, 'coordinator'],
  [colleague.id, 'colleague'],
  ...place.volunteerIds.map((id, index) => [id, `volunteer ${index}`] as const),
]);

/** Who is told what of all events that wait now, in words: `resident request_opened`. */
async function toldNow(story: Story): Promise<string[]> {
  post.clock.set(story.now);
  await post.hear();
  const told = await post.told();
  return told.map(({ personId, kind }) => `${names.get(personId)} ${kind}`).sort();
}

beforeEach(() => post.forget());

type Act = readonly [what: string, play: (story: Story) => Promise<string>, told: readonly string[]];

/** Plays what comes before, forgets who was told of it, and then does the act. */
const after =
  (before: (story: Story) => Promise<string>, act: (story: Story, id: string) => Promise<unknown>) =>
  async (story: Story) => {
    const id = await before(story);
    await post.forget();
    await act(story, id);
    return id;
  };

/** An act so many hours after the time of a visit that both had agreed on. */
const later = (hours: number, act: (story: Story, id: string) => Promise<unknown>) =>
  after(
    (story) => story.confirmed(),
    (story, id) => {
      story.now = MONDAY_TEN.add({ hours });
      return act(story, id);
    },
  );

const reason = 'Because of the rain';
const acts: readonly Act[] = [
  ['submit', (story) => story.submitted(), ['colleague desk_submitted', 'coordinator desk_submitted']],
  [
    'ask back',
    after(
      (story) => story.submitted(),
      async (story, id) => accepted(await story.act((tx) => askBack(tx, story.on(id, 'coordinator')))),
    ),
    ['resident request_asked_back'],
  ],
  [
    'answer back',
    after(
      async (story) => {
        const id = await story.submitted();
        accepted(await story.act((tx) => askBack(tx, story.on(id, 'coordinator'))));
        return id;
      },
      async (story, id) => accepted(await story.act((tx) => answerBack(tx, story.on(id, 'requester')))),
    ),
    ['colleague desk_answered', 'coordinator desk_answered'],
  ],
  [
    'open',
    after(
      (story) => story.submitted(),
      async (story, id) => accepted(await story.act((tx) => openRequest(tx, story.on(id, 'coordinator')))),
    ),
    ['resident request_opened'],
  ],
  [
    'decline, with volunteers asked',
    after(
      (story) => story.asked(),
      async (story, id) =>
        accepted(
          await story.act((tx) => declineRequest(tx, { ...story.on(id, 'coordinator'), words: reason })),
        ),
    ),
    [
      'resident request_declined',
      'volunteer 0 offer_closed',
      'volunteer 1 offer_closed',
      'volunteer 2 offer_closed',
    ],
  ],
  [
    'accept: whoever said yes is not told',
    after(
      (story) => story.asked(),
      async (story, id) => accepted(await story.accept(id, story.first)),
    ),
    [
      'colleague desk_accepted',
      'coordinator desk_accepted',
      'resident request_accepted',
      'volunteer 1 offer_closed',
      'volunteer 2 offer_closed',
    ],
  ],
  [
    'a no tells nobody',
    after(
      (story) => story.asked(),
      async (story, id) =>
        accepted(
          await story.act((tx) => declineOffer(tx, story.on(id, 'asked_volunteer', story.volunteer(1)))),
        ),
    ),
    [],
  ],
  [
    'confirm',
    after(
      (story) => story.acceptedByFirst(),
      async (story, id) =>
        accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')))),
    ),
    ['colleague desk_confirmed', 'coordinator desk_confirmed', 'volunteer 0 assignment_confirmed'],
  ],
  [
    'reject',
    after(
      (story) => story.acceptedByFirst(),
      async (story, id) => accepted(await story.act((tx) => rejectAssignment(tx, story.on(id, 'requester')))),
    ),
    ['colleague desk_rejected', 'coordinator desk_rejected', 'volunteer 0 assignment_rejected'],
  ],
  [
    'release',
    after(
      (story) => story.confirmed(),
      async (story, id) =>
        accepted(await story.act((tx) => releaseVolunteer(tx, { ...story.on(id, 'coordinator'), reason }))),
    ),
    ['resident volunteer_released', 'volunteer 0 assignment_released'],
  ],
  [
    'leave unfilled, by the program',
    after(
      (story) => story.asked(),
      async (story, id) => accepted(await story.act((tx) => leaveUnfilled(tx, story.on(id, 'program')))),
    ),
    [
      'colleague desk_unfilled',
      'coordinator desk_unfilled',
      'resident request_left_unfilled',
      'volunteer 0 offer_closed',
      'volunteer 1 offer_closed',
      'volunteer 2 offer_closed',
    ],
  ],
  [
    'cancel by the resident',
    after(
      (story) => story.confirmed(),
      async (story, id) =>
        accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'requester'), reason }))),
    ),
    ['colleague desk_cancelled', 'coordinator desk_cancelled', 'volunteer 0 visit_cancelled'],
  ],
  [
    'cancel by a coordinator',
    after(
      (story) => story.confirmed(),
      async (story, id) =>
        accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason }))),
    ),
    ['colleague desk_cancelled', 'resident request_cancelled', 'volunteer 0 visit_cancelled'],
  ],
  [
    'check out',
    after(
      (story) => story.inProgress(),
      async (story, id) => {
        story.now = MONDAY_TEN.add({ minutes: 120 });
        accepted(await story.act((tx) => checkOut(tx, story.on(id, 'assigned_volunteer', story.first))));
      },
    ),
    ['resident visit_is_over'],
  ],
  [
    'no-show',
    after(
      (story) => story.confirmed(),
      async (story, id) => {
        story.now = MONDAY_TEN.add({ minutes: 30 });
        const absence = { ...story.on(id, 'coordinator'), absent: 'requester', reason } as const;
        accepted(await story.act((tx) => recordNoShow(tx, absence)));
      },
    ),
    ['colleague visit_missed'],
  ],
  [
    'met, as the requester says',
    later(24, (story, id) => story.act((tx) => sayMet(tx, story.on(id, 'requester')))),
    ['volunteer 0 report_is_due'],
  ],
  [
    'asking both whether they met',
    later(24 * 3, (story) => askWhetherMet(db, story.now)),
    ['resident whether_met', 'volunteer 0 own_whether_met'],
  ],
  [
    'lapse',
    later(24 * 15, (story, id) =>
      story.act((tx) => lapseRequest(tx, { ...story.on(id, 'program'), before: story.now })),
    ),
    ['colleague desk_lapsed', 'coordinator desk_lapsed'],
  ],
];

describe('an act on a request tells exactly whom the table says', () => {
  test.each(acts)('%s', async (_what, play, told) => {
    // Visits of one volunteer never overlap, so each story ends before the next one begins.
    const story = new Story(place);
    const id = await play(story);
    expect(await toldNow(story)).toEqual(told);
    const cancelled = await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason }));
    if (!cancelled.ok) await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator')));
  });

  test('being asked is told to each volunteer who was asked', async () => {
    const story = new Story(place);
    await story.asked();
    expect((await toldNow(story)).filter((line) => line.startsWith('volunteer'))).toEqual([
      'volunteer 0 offer_asked',
      'volunteer 1 offer_asked',
      'volunteer 2 offer_asked',
    ]);
  });

  test('a redirected request is told to who asked', async () => {
    const story = new Story(place);
    const id = await story.submitted();
    await post.forget();
    const to = { ...story.on(id, 'coordinator'), words: reason, target: 'helpline' } as const;
    accepted(await story.act((tx) => redirectRequest(tx, to)));
    expect(await toldNow(story)).toEqual(['resident request_redirected']);
  });
});

describe('words between people', () => {
  const story = new Story(place);
  const write = (threadId: string, personId: string, isStaff: 'staff' | 'participant') =>
    story.act((tx) =>
      writeMessage(tx, {
        threadId,
        writer: { personId, isStaff: isStaff === 'staff' },
        words: 'A very private word',
        locale: 'en',
        now: story.now,
      }),
    );
  const open = async (kind: 'asking' | 'visit', participantIds: readonly string[]) => {
    const id = kind === 'visit' ? await story.confirmed() : await story.submitted();
    await post.forget();
    const subject = { kind: 'spot.request', id };
    return inTransaction(db, (tx) => openThread(tx, { kind, subject, participantIds, now: story.now }));
  };

  test('are told to the other, once an hour until they are read', async () => {
    const id = await open('visit', [place.residentId, story.first]);
    accepted(await write(id, place.residentId, 'participant'));
    accepted(await write(id, place.residentId, 'participant'));
    expect(await toldNow(story)).toEqual(['volunteer 0 message_received']);
    story.now = story.now.add({ minutes: 61 });
    accepted(await write(id, place.residentId, 'participant'));
    expect(await toldNow(story)).toEqual(['volunteer 0 message_received', 'volunteer 0 message_received']);
  });

  test('of a resident to the coordinators reach all of them; a coordinator’s own do not', async () => {
    const id = await open('asking', [place.residentId]);
    accepted(await write(id, place.residentId, 'participant'));
    expect(await toldNow(story)).toEqual(['colleague desk_message', 'coordinator desk_message']);
    await post.forget();
    accepted(await write(id, place.coordinatorId, 'staff'));
    expect(await toldNow(story)).toEqual(['resident message_received']);
  });

  test('that ask back are told once, as the question that they are', async () => {
    const id = await story.submitted();
    const subject = { kind: 'spot.request', id };
    await post.forget();
    const participantIds = [place.residentId];
    const threadId = await inTransaction(db, (tx) =>
      openThread(tx, { kind: 'asking', subject, participantIds, now: story.now }),
    );
    accepted(await write(threadId, place.coordinatorId, 'staff'));
    accepted(await story.act((tx) => askBack(tx, story.on(id, 'coordinator'))));
    expect(await toldNow(story)).toHaveLength(1);
  });
});

describe('telling somebody', () => {
  const news = () => ({
    occasion: crypto.randomUUID(),
    personId: colleague.id,
    kind: kindNamed('desk_submitted'),
    objectId: crypto.randomUUID(),
  });
  const around = { now: TUESDAY_NINE, times: [], sameMatter: [] };

  test('several times at once puts one line and one mail', async () => {
    const once = news();
    await Promise.all([1, 2, 3, 4].map(() => inTransaction(db, (tx) => tell(tx, allNews, once, around))));
    expect(await post.told('inbox')).toHaveLength(1);
    expect(await post.told('mail')).toHaveLength(1);
  });

  test('lets their open pages know, with no word of what it is', async () => {
    const client = await pool.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.query('listen live');
    await inTransaction(db, (tx) => tell(tx, allNews, news(), around));
    await client.query('unlisten live');
    client.release();
    expect(heard).toEqual([`person:${colleague.id}`]);
  });
});

describe('a concern', () => {
  const raise = async (about: string | null, by: string) => {
    const words = 'Somebody asked for money.';
    const thing = { program: 'spot', objectKind: 'spot.request', objectId: crypto.randomUUID() };
    await inTransaction(db, (tx) => raiseConcern(tx, { ...thing, about, by, words, now: TUESDAY_NINE }));
    return toldNow(new Story(place));
  };

  test('reaches all coordinators', async () => {
    expect(await raise(place.volunteerIds[0] ?? null, place.residentId)).toEqual([
      'colleague concern_raised',
      'coordinator concern_raised',
    ]);
  });

  test('about a coordinator reaches the others only', async () => {
    expect(await raise(colleague.id, place.residentId)).toEqual(['coordinator concern_raised']);
  });

  test('reaches administrators when no coordinator is left to read it', async () => {
    const now = TUESDAY_NINE.subtract({ hours: 9000 });
    const roles = ['administrator'] as const;
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: '高橋', roles, now }));
    names.set(id, 'administrator');
    expect(await raise(colleague.id, place.coordinatorId)).toEqual(['administrator concern_raised']);
  });
});

test.each([
  ['coordinator', place.coordinatorId, 'colleague'],
  ['colleague', colleague.id, 'coordinator'],
])('when the %s cannot be told, nobody else waits for it', async (_, id, other) => {
  const story = new Story(place);
  await story.submitted();
  const table = 'alter table notifications.notifications';
  await runAs(ownerUrl, `${table} add constraint not_them check (person_id <> '${id}') not valid`);
  await expect(toldNow(story)).rejects.toThrow('not_them');
  await runAs(ownerUrl, `${table} drop constraint not_them`);
  const told = (await post.told()).map(({ personId }) => names.get(personId));
  expect(told).toEqual([other]);
});
