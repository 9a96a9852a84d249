import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import { consultationPaths } from '../paths.ts';
import { consultationMessages } from '../words.ts';
import { APPOINTMENT, mattersOfAppointments } from './store.ts';

/** What coordinators keep times open for: a consultation, which no calendar tells anything of. */
export const consultationAppointments: AppointmentKind = {
  kind: APPOINTMENT,
  label: consultationMessages.label('appointment_of_a_consultation'),
  usualMinutes: 60,
  async pagesOf(db, ids) {
    const matters = await mattersOfAppointments(db, ids);
    return new Map(
      [...matters].map(([id, matterId]) => [id, consultationPaths.deskAdvice({ id: matterId })]),
    );
  },
};
