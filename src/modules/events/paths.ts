import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const eventsPaths = {
  events: pathTo('/events'),
  /** What has been. */
  past: pathTo('/events/past'),
  event: pathTo('/events/:id'),
  /** All that is to come, for the calendars of others. */
  feed: pathTo('/events.ics'),
  /** What stands beside links to an event, and a sheet for walls. */
  picture: pathTo('/events/:id/picture.png'),
  poster: pathTo('/events/:id/poster.pdf'),
  /** The form by which a party registers, and what is said once it was sent without an account. */
  register: pathTo('/events/:id/registration'),
  registerSent: pathTo('/events/:id/registration/sent'),
  /** A registration, by the sealed link of a mail or of its person's own page. */
  own: pathTo('/events/registrations/:token'),
  /** How it was, when it is over. */
  answers: pathTo('/events/registrations/:token/answers'),
  calendar: pathTo('/events/registrations/:token/calendar.ics'),
  /** The list at the door for a volunteer who helps there, by a link for that day. */
  helperDoor: pathTo('/events/door/:token'),
  helperWalkIns: pathTo('/events/door/:token/walk-ins'),
  helperLog: pathTo('/events/door/:token/log'),
  /** At what somebody helps and has helped. */
  helping: pathTo('/events/helping'),
  /** What coordinators do. */
  deskEvents: pathTo('/desk/events'),
  deskEventNew: pathTo('/desk/events/new'),
  /** The next of a series begins as this one, a week or a month later. */
  deskEventCopy: pathTo('/desk/events/:id/copy/:step'),
  deskEvent: pathTo('/desk/events/:id'),
  deskEventWords: pathTo('/desk/events/:id/words'),
  /** Who helps at the door, each with their link. */
  deskHelpers: pathTo('/desk/events/:id/helpers'),
  deskHelperEnd: pathTo('/desk/events/:id/helpers/:helperId/ending'),
  /** What became of it: figures, and what those say who came. */
  deskReport: pathTo('/desk/events/:id/report'),
  /** Where a story begins from it. */
  deskReportStory: pathTo('/desk/events/:id/report/story'),
  deskRegistrations: pathTo('/desk/events/:id/registrations'),
  /** On paper, for the door. */
  deskDoorList: pathTo('/desk/events/:id/list'),
  deskRegistration: pathTo('/desk/events/registrations/:id'),
  /** Who is here, on the day; and where its pages and devices send what was pressed. */
  door: pathTo('/desk/events/:id/door'),
  doorWalkIns: pathTo('/desk/events/:id/door/walk-ins'),
  doorLog: pathTo('/desk/events/:id/door/log'),
} as const;
