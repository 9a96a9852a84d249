import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const eventsPaths = {
  events: pathTo('/events'),
  event: pathTo('/events/:id'),
  /** The form by which a party registers, and what is said once it was sent without an account. */
  register: pathTo('/events/:id/registration'),
  registerSent: pathTo('/events/:id/registration/sent'),
  /** A registration, by the sealed link of a mail or of its person's own page. */
  own: pathTo('/events/registrations/:token'),
  calendar: pathTo('/events/registrations/:token/calendar.ics'),
} as const;
