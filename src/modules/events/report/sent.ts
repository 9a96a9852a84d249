import { sentAt } from '../../../kits/acts/index.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { eventLife } from '../event/life.ts';
import { eventsPaths } from '../paths.ts';
import { eventsStaffMessages } from '../words.ts';

/** More than a report says. */
export const MOST_LEARNED = 4_000;

/** What coordinators do on the page of a report. */
export const reportForms = sentAt({
  at: eventsPaths.deskReport.pattern,
  life: eventLife,
  words: eventsStaffMessages,
  versioned: true,
  sent: { closing: { act: 'report', input: { learned: text(MOST_LEARNED) }, says: 'event_was_reported' } },
});
