import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { findApplication } from '../applications/store.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { publish } from '../events.ts';
import { type DecidedBy, mayDecideAbout } from '../rules.ts';
import { insertCompletion } from '../steps/store.ts';
import type { InterviewOutcome, InterviewPlace } from '../types.ts';
import { mayRecordInterview, mayScheduleInterview } from './rules.ts';
import { cancelInterviewAhead, findInterview, insertInterview, updateOutcome } from './store.ts';

export interface NewInterview {
  readonly personId: string;
  readonly startsAt: Temporal.Instant;
  readonly durationMinutes: number;
  readonly place: InterviewPlace;
  /** The address to go to or the link to open, at most 500 characters. */
  readonly whereWords: string;
  readonly by: DecidedBy;
  readonly now: Temporal.Instant;
}

/**
 * Plans an interview, in the place of one that lies ahead. Refuses past times, times more than a year away, and people
 * without an application. @returns the interview's id
 */
export async function scheduleInterview(tx: Tx, interview: NewInterview): Promise<Outcome<string>> {
  const { personId, by, now } = interview;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const allowed = mayScheduleInterview(await findApplication(tx, personId), interview.startsAt, now);
  if (!allowed.ok) return allowed;
  await cancelInterviewAhead(tx, personId, now);
  const interviewId = await insertInterview(tx, interview, { personId: by.personId, at: now });
  await insertDecision(tx, { personId, act: 'schedule_interview', byPersonId: by.personId, at: now });
  const ids = { interviewId, personId };
  await publish(tx, { type: 'trust.interview.scheduled', ids, live: [`person:${personId}`, 'desk'] });
  return accept(interviewId);
}

/**
 * Records how an interview went; with `fits` the step is taken. Refuses before it has begun and a second time.
 * @param record.note for staff only, at most 4000 characters
 */
export async function recordInterview(
  tx: Tx,
  record: {
    interviewId: string;
    /** Whose interview it must be; without it, anybody's. */
    personId?: string;
    outcome: InterviewOutcome;
    note: string;
    by: DecidedBy;
    now: Temporal.Instant;
  },
): Promise<Outcome<null>> {
  const { by, now } = record;
  const found = await findInterview(tx, record.interviewId);
  const known = found && found.personId === (record.personId ?? found.personId) ? found : null;
  if (known) await lockDecisionsAbout(tx, known.personId);
  const allowed = mayRecordInterview(known && (await findInterview(tx, known.id)), now);
  if (!allowed.ok) return allowed;
  const { id, personId, startsAt } = allowed.value;
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const { outcome, note } = record;
  await updateOutcome(tx, id, { outcome, note, byPersonId: by.personId, at: now });
  if (outcome === 'fits') {
    const taken = { personId, step: 'interview', doneOn: dayInJapan(startsAt), interviewId: id } as const;
    await insertCompletion(tx, taken, { personId: by.personId, at: now });
  }
  await insertDecision(tx, { personId, act: 'record_interview', byPersonId: by.personId, at: now });
  return accept(null);
}
