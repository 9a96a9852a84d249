import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import { publish } from '../events.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { INTERVIEW, INTERVIEW_MINUTES } from './rules.ts';
import { applicationsOfInterviews } from './store.ts';

/** Coordinators keep times open for talks with applicants. */
export const interviewAppointments: AppointmentKind = {
  kind: INTERVIEW,
  label: pairsStaffMessages.label('interview_for_pairs'),
  usualMinutes: INTERVIEW_MINUTES,
  opened: (tx, ids) => publish(tx, { type: 'pairs.interview.times_opened', ids }),
  async pagesOf(db, ids) {
    const found = await applicationsOfInterviews(db, ids);
    return new Map(
      [...found].map(([id, applicationId]) => [
        id,
        `${pairsPaths.deskApplication({ id: applicationId })}#interviews`,
      ]),
    );
  },
};
