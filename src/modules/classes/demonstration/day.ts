import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/connect.ts';
import { done, type InventedWorld, type Step } from '../../../platform/parts/demonstration.ts';
import { findChildren } from '../children/store/children.ts';
import { listGuardianships } from '../children/store/guardianships.ts';
import type { Reading } from '../children/types.ts';
import { markList } from '../day/door/list-mark.ts';
import { takePresses } from '../day/door/press.ts';
import type { Press } from '../day/door/rules/press.ts';
import { publish } from '../day/events.ts';
import type { Phrase } from '../day/learning/phrases.ts';
import { type Step as CanDo, HIRAGANA_STEPS, KATAKANA_STEPS } from '../day/learning/rules/steps.ts';
import { listChildIds } from '../day/store/door.ts';
import { changeCanDo, saveRecord } from '../day/store/learning.ts';
import { listCommitments } from '../store/commitments.ts';
import type { Session } from '../types.ts';

/** What each can read on that day, by what the family said of it. */
const SEEN: Readonly<Record<Reading, readonly CanDo[]>> = {
  not_yet: HIRAGANA_STEPS.slice(0, 1),
  some_hiragana: HIRAGANA_STEPS.slice(0, 4),
  hiragana: [...HIRAGANA_STEPS, 'words'],
  katakana: [...HIRAGANA_STEPS, ...KATAKANA_STEPS.slice(0, 6), 'words', 'sentences'],
  some_kanji: [...HIRAGANA_STEPS, ...KATAKANA_STEPS, 'words', 'sentences', 'picture_book'],
};
const PHRASES: readonly (readonly Phrase[])[] = [
  ['sang', 'karuta'],
  ['joined_later', 'speak_home_language'],
  ['read_aloud', 'new_words', 'read_at_home'],
];

/** A day that was: everybody came, each was fetched by a guardian, and a tutor wrote what they did. */
export function theDayItself(
  find: (tx: Tx) => Promise<Session>,
  saturday: Temporal.PlainDate,
  world: InventedWorld,
): Step[] {
  const [cameAt, goneAt] = [world.at(saturday, '09:55'), world.at(saturday, '11:34')];
  return [
    { at: cameAt, run: async (tx) => arrive(tx, await find(tx), cameAt) },
    { at: goneAt, run: async (tx) => leaveAndWrite(tx, await find(tx), goneAt) },
  ];
}

async function tutorOf(tx: Tx, sessionId: string): Promise<string> {
  const tutor = (await listCommitments(tx, [sessionId])).find(({ state }) => state === 'yes');
  if (!tutor) throw new Error('a day took place without a tutor');
  return tutor.personId;
}

async function press(tx: Tx, session: Session, now: Temporal.Instant, presses: readonly Press[]) {
  const logged = presses.map((one, at) => ({ seq: at + 1, at: now.epochMilliseconds, press: one }));
  const byPersonId = await tutorOf(tx, session.id);
  done(await takePresses(tx, { session, device: randomUUID(), presses: logged, byPersonId, now }), 'presses');
}

const arrive = async (tx: Tx, session: Session, now: Temporal.Instant) =>
  press(
    tx,
    session,
    now,
    (await listChildIds(tx, session.id)).map((childId) => ({ act: 'in', childId })),
  );

async function leaveAndWrite(tx: Tx, session: Session, now: Temporal.Instant): Promise<void> {
  const childIds = await listChildIds(tx, session.id);
  const guardians = await listGuardianships(tx, childIds);
  const list = markList(tx, session.id, now);
  const fetched = childIds.map((childId): Press => {
    const receivedBy = guardians.find((one) => one.childId === childId && one.mayFetch)?.id ?? null;
    return { act: 'out', childId, receivedBy, list };
  });
  await press(tx, session, now, fetched);
  const by = await tutorOf(tx, session.id);
  const children = await findChildren(tx, childIds);
  for (const [place, childId] of childIds.entries()) {
    const on = { sessionId: session.id, childId };
    const phrases = PHRASES[place % PHRASES.length] ?? [];
    const activities = ['songs', 'own_task', 'karuta', 'snack'] as const;
    await saveRecord(tx, on, { activities, phrases, said: '', writtenBy: by, writtenAt: now });
    const reached = SEEN[children.get(childId)?.reading ?? 'not_yet'];
    await changeCanDo(tx, on, { reached, takenBack: [], by, now });
    await publish(tx, { type: 'classes.record.written', ids: { ...on, byPersonId: by } });
  }
}
