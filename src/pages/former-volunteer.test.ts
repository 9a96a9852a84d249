import { expect, test } from 'vitest';
import { ask, type Caller, press, signIn } from '../../test/support/caller.ts';
import { openProduct } from '../../test/support/product.ts';
import { jobContext, runJobs } from '../../test/support/run-jobs.ts';
import { accepted, makeNextNeighborhood, makeVolunteer, Story } from '../../test/support/spot.ts';
import {
  findOpenThreadId,
  findThread,
  openThread,
  settle,
  writeMessage,
} from '../modules/conversations/index.ts';
import { cancelRequest, confirmAssignment, releaseVolunteer } from '../modules/spot/index.ts';
import { requestThing } from '../modules/spot/request/thing.ts';
import { inTransaction } from '../platform/database/transaction.ts';

const product = await openProduct();
const { db } = product.database;
const WORDS = 'My door code is 4711.';

let story: Story;
let requestId: string;
let threadId: string;
let caller: Caller;

const pathsOfVolunteer = () => [
  '/conversations',
  `/conversations/${threadId}`,
  `/spot/requests/${requestId}`,
  `/spot/requests/${requestId}/conversation`,
  `/spot/requests/${requestId}/calendar.ics`,
  `/spot/visits/${requestId}`,
  '/inbox',
  '/me/export',
];
async function read(path: string): Promise<{ status: number; text: string }> {
  const answer = await ask(product, caller, `/en${path}`);
  return { status: answer.status, text: `${answer.headers.get('location') ?? ''} ${await answer.text()}` };
}
async function agree(volunteerId = story.first): Promise<void> {
  const { residentId } = story.place;
  const subject = { kind: 'spot.request', id: requestId };
  await inTransaction(db, async (tx) => {
    const talk = {
      kind: 'visit',
      subject,
      participantIds: [residentId, volunteerId],
      now: story.now,
    } as const;
    threadId = await openThread(tx, talk);
    const writer = { personId: residentId, isStaff: false };
    accepted(await writeMessage(tx, { threadId, writer, words: WORDS, locale: 'en', now: story.now }));
  });
  await db
    .insertInto('notifications.notifications')
    .values({
      occasion: crypto.randomUUID(),
      person_id: volunteerId,
      kind: 'message_received',
      object_id: threadId,
      channel: 'inbox',
      created_at: story.now,
    })
    .execute();
}

async function begin(): Promise<void> {
  story = new Story(await makeNextNeighborhood(db, 2));
  product.clock.set(story.now);
  requestId = await story.confirmed();
  await agree();
  caller = await signIn(product, story.first);
  expect((await read(`/conversations/${threadId}`)).text).toContain(WORDS);
  expect((await read(`/spot/visits/${requestId}`)).text).toContain('1-23-20');
  expect((await read('/inbox')).text).toContain('new message');
}

const ENDS = {
  'the request is canceled': (on: Story) =>
    on.act((tx) => cancelRequest(tx, { ...on.on(requestId, 'requester'), reason: '' })),
  'they are let go': (on: Story) =>
    on.act((tx) => releaseVolunteer(tx, { ...on.on(requestId, 'coordinator'), reason: '' })),
};

test.each(Object.entries(ENDS))('a volunteer reads nothing more by any way as soon as %s', async (_, end) => {
  await begin();
  accepted<unknown>(await end(story));
  for (const path of pathsOfVolunteer()) {
    const { text } = await read(path);
    for (const hidden of [WORDS, '1-23-20', 'Sita']) expect(text, path).not.toContain(hidden);
  }
  // Their calendar is told to take the visit out, and nothing else of it.
  const entry = await read(`/spot/requests/${requestId}/calendar.ics`);
  expect(entry.text).toContain('STATUS:CANCELLED');
  expect(entry.text).not.toMatch(/LOCATION|DESCRIPTION|URL[:;]|ATTENDEE|BEGIN:VALARM/);
  const over = await read(`/conversations/${threadId}`);
  expect([over.status, over.text]).toEqual([
    410,
    expect.stringContaining('This conversation is over for you'),
  ]);
  expect((await read(`/spot/visits/${requestId}`)).text).toContain('/en/spot/visits');
  const writing = await press(product, caller, `/en/conversations/${threadId}/messages`, { words: 'Hello?' });
  expect(writing.status).toBe(404);
});

test('the line of the inbox and its number go when the conversation is settled', async () => {
  await begin();
  accepted<unknown>(await ENDS['they are let go'](story));
  await runJobs(product, jobContext(product));
  expect((await read('/inbox')).text).not.toContain('new message');
});

test('who comes in their place reads nothing of before, also when the news of it come late', async () => {
  await begin();
  const former = threadId;
  const next = await inTransaction(db, (tx) => makeVolunteer(tx));
  accepted<unknown>(await ENDS['they are let go'](story));
  accepted(await story.accept(requestId, next));
  accepted(await story.act((tx) => confirmAssignment(tx, story.on(requestId, 'requester'))));
  await inTransaction(db, (tx) =>
    settle(tx, { kind: 'spot.request', id: requestId }, { thing: requestThing, now: story.now }),
  );
  const open = await findOpenThreadId(db, 'visit', { kind: 'spot.request', id: requestId });
  expect(open).not.toBe(former);
  expect((await findThread(db, open ?? ''))?.participantIds).toEqual([story.place.residentId, next].sort());
});

test('after a visit that took place both go on reading', async () => {
  story = new Story(await makeNextNeighborhood(db, 2));
  product.clock.set(story.now);
  requestId = await story.visited();
  await agree();
  caller = await signIn(product, story.first);
  expect((await read(`/conversations/${threadId}`)).text).toContain(WORDS);
  expect((await findThread(db, threadId))?.formerIds).toEqual([]);
});

test('the resident goes on reading, and a concern told there is about the one who had come', async () => {
  await begin();
  accepted<unknown>(await ENDS['they are let go'](story));
  caller = await signIn(product, story.place.residentId);
  expect((await read(`/conversations/${threadId}`)).text).toContain(WORDS);
  const told = await press(product, caller, `/en/conversations/${threadId}/concerns`, {
    concern: 'He came at night.',
  });
  expect(told.status).toBe(303);
  const { about_person_id } = await db
    .selectFrom('trust.concerns')
    .select('about_person_id')
    .where('raised_by', '=', story.place.residentId)
    .executeTakeFirstOrThrow();
  expect(about_person_id).toBe(story.first);
});
