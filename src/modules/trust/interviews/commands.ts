import { randomUUID } from 'node:crypto';
import { bookSlot } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { type About, type Deciding, does } from '../applications/doing.ts';
import { findStanding } from '../standing/store.ts';
import { insertCompletion } from '../steps/store.ts';
import type { Interview, InterviewOutcome } from '../types.ts';
import { INTERVIEW, mayChooseTime, mayRecordInterview, mayScheduleFor } from './rules.ts';
import {
  cancelInterviewAhead,
  findInterview,
  insertInterview,
  interviewersOf,
  updateOutcome,
} from './store.ts';

/** `whereWords` is the address to go to or the link to open, at most 500 characters. */
export type NewInterview = About & Pick<Interview, 'startsAt' | 'durationMinutes' | 'place' | 'whereWords'>;

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
  const before = await cancelInterviewAhead(tx, personId, now);
  await insertInterview(tx, { ...on, before }, { personId: by ? by.personId : personId, at: now });
  return accept({ interviewId: on.id });
});

/**
 * Somebody chooses one of the times that coordinators keep open, in the place of an interview that lies ahead. Refuses
 * what `scheduleInterview` does, a time that is gone, one's own, whoever is not offered any, and moving an interview that
 * is too near.
 * @throws Refused when a rival was faster
 */
export async function chooseInterview(
  tx: Tx,
  slotId: string,
  on: Omit<About, 'by'>,
): Promise<Outcome<string>> {
  const { personId, now } = on;
  return bookSlot(tx, slotId, {
    kind: INTERVIEW,
    now,
    async make({ hostId, startsAt, endsAt, place, whereWords }) {
      if (hostId === personId) return refuse('nobody_decides_about_themselves');
      const standing = await findStanding(tx, personId, now);
      const allowed = mayChooseTime(standing, now);
      if (!allowed.ok) return allowed;
      const hostIds = await interviewersOf(tx, standing, now);
      if (!hostIds.includes(hostId)) return refuse('slot_is_gone', {}, 'slot');
      const durationMinutes = startsAt.until(endsAt).total('minutes');
      return scheduleInterview(tx, { ...on, startsAt, durationMinutes, place, whereWords });
    },
  });
}

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
