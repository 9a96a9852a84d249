import { z } from 'zod';
import { calendarFile, listOpenSlots, type Slot } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Standing } from '../types.ts';
import { chooseInterview } from './commands.ts';
import { INTERVIEW, INTERVIEW_MINUTES, mayChooseTime } from './rules.ts';
import { interviewersOf, interviewsAhead, personsOfInterviews } from './store.ts';

/** So many of the next open times are shown to choose from. */
const TIMES_SHOWN = 20;

export const interviewAppointments: AppointmentKind = {
  kind: INTERVIEW,
  label: trustMessages.label('step_interview'),
  usualMinutes: INTERVIEW_MINUTES.usual,
  async pagesOf(db, ids) {
    const persons = await personsOfInterviews(db, ids);
    return new Map(
      [...persons].map(([id, personId]) => [id, `${housePaths.trustPerson({ id: personId })}#interviews`]),
    );
  },
};

/** The times that somebody can choose from for their interview: none while it isn't their turn, or too late to move it. */
export async function timesToChoose(
  db: Database,
  standing: Standing,
  now: Temporal.Instant,
): Promise<Slot[]> {
  if (!mayChooseTime(standing, now).ok) return [];
  const hostIds = await interviewersOf(db, standing, now);
  return listOpenSlots(db, INTERVIEW, { hostIds, after: now, most: TIMES_SHOWN });
}

type Again = (call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>, form: FormState) => Promise<Reply>;

/** What an applicant does about their interview. @param again the page that they do it on */
export const interviewRoutes = (again: Again): readonly Route[] => [
  post({
    path: trustPaths.volunteeringInterviewTimes,
    access: 'person',
    audit: 'trust.interview.chosen',
    form: z.object({ slot: z.uuid('choose_one') }),
    async handle(call) {
      const { db, now, locale, actor } = call;
      const personId = actor.personId ?? '';
      const chosen = await chooseInterview(db, call.fields.slot, { personId, now });
      if (!chosen.ok) return refusedBy(chosen.refusal);
      await call.audit({ subjectIds: [personId] });
      return redirect(housePaths.volunteering(), {
        tone: 'done',
        text: trustMessages.in(locale).noted('interview_was_chosen'),
      });
    },
    again,
  }),
  get({
    path: trustPaths.volunteeringInterview,
    access: 'person',
    audit: null,
    async handle({ db, now, locale, actor }) {
      const personId = actor.personId ?? '';
      const interview = (await interviewsAhead(db, [personId])).get(personId);
      if (!interview) return missing();
      const { seriesId: id, sequence, startsAt, durationMinutes } = interview;
      const endsAt = startsAt.add({ minutes: durationMinutes });
      const title = trustMessages.in(locale).plain('interview_calendar_title');
      const details = { url: null, area: null };
      return calendarFile('Volunteering', { id, sequence, startsAt, endsAt, title, details }, now);
    },
  }),
];
