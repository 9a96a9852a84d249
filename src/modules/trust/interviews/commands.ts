import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { type Deciding, does } from '../applications/doing.ts';
import { insertCompletion } from '../steps/store.ts';
import type { Interview, InterviewOutcome } from '../types.ts';
import { mayRecordInterview, mayScheduleFor } from './rules.ts';
import { cancelInterviewAhead, findInterview, insertInterview, updateOutcome } from './store.ts';

/** `whereWords` is the address to go to or the link to open, at most 500 characters. */
export type NewInterview = Deciding &
  Pick<Interview, 'startsAt' | 'durationMinutes' | 'place' | 'whereWords'>;

/**
 * Plans an interview, in the place of one that lies ahead. Refuses past times, times more than a year away, and people
 * without an application. @returns the interview's id
 */
export async function scheduleInterview(tx: Tx, interview: NewInterview): Promise<Outcome<string>> {
  const id = randomUUID();
  const scheduled = await schedule(tx, { ...interview, id });
  return scheduled.ok ? accept(id) : scheduled;
}

const schedule = does('schedule_interview', async (tx, _, on: NewInterview & { readonly id: string }) => {
  const { personId, by, now } = on;
  const allowed = mayScheduleFor(on.startsAt, now);
  if (!allowed.ok) return allowed;
  await cancelInterviewAhead(tx, personId, now);
  await insertInterview(tx, on, { personId: by.personId, at: now });
  return accept({ interviewId: on.id });
});

type Recording = Deciding & {
  readonly interviewId: string;
  readonly outcome: InterviewOutcome;
  /** For staff only, at most 4000 characters. */
  readonly note: string;
};

/**
 * Records how an interview went; with `fits` the step is taken. Refuses before it has begun, a second time, and one that
 * is not with this person.
 */
export const recordInterview = does('record_interview', async (tx, _, on: Recording) => {
  const { personId, by, now, outcome, note, interviewId } = on;
  const found = await findInterview(tx, interviewId);
  const allowed = mayRecordInterview(found?.personId === personId ? found : null, now);
  if (!allowed.ok) return allowed;
  await updateOutcome(tx, interviewId, { outcome, note, byPersonId: by.personId, at: now });
  if (outcome === 'fits') {
    const doneOn = dayInJapan(allowed.value.startsAt);
    const taken = { personId, step: 'interview', doneOn, interviewId } as const;
    await insertCompletion(tx, taken, { personId: by.personId, at: now });
  }
  return accept({});
});
