import { sentAt } from '../../../kits/acts/index.ts';
import { day, timeOfDay } from '../../../platform/web/form-fields.ts';
import { eventLife } from '../event/life.ts';
import { eventsPaths } from '../paths.ts';
import { registrationLife } from '../registrations/life.ts';
import { eventsStaffMessages } from '../words.ts';

/** What coordinators do on the page of an event; each form carries the version that it was drawn from. */
export const eventForms = sentAt({
  at: eventsPaths.deskEvent.pattern,
  life: eventLife,
  words: eventsStaffMessages,
  versioned: true,
  sent: {
    submission: { act: 'submit', says: 'event_was_submitted' },
    return: { act: 'send_back', says: 'event_was_sent_back' },
    publication: { act: 'publish', says: 'event_was_published' },
    closing: { act: 'close', says: 'event_was_closed' },
    reopening: { act: 'reopen', says: 'event_was_reopened' },
    postponement: { act: 'postpone', says: 'event_was_postponed' },
    date: {
      act: 'set_date',
      input: { startsOn: day, startsAt: timeOfDay, endsAt: timeOfDay },
      says: 'event_was_dated',
    },
    cancellation: { act: 'cancel', says: 'event_was_cancelled' },
  },
});

/** What they do on the page of a registration. */
export const registrationForms = sentAt({
  at: eventsPaths.deskRegistration.pattern,
  life: registrationLife,
  words: eventsStaffMessages,
  sent: { cancellation: { act: 'cancel', says: 'registration_was_cancelled' } },
});
