import { pathTo } from '../platform/addresses/path-to.ts';

/** The addresses of the pages that join modules and of settings. */
export const pagesPaths = {
  calendar: pathTo('/me/calendar'),
  calendarEnd: pathTo('/me/calendar/end'),
  /** What somebody's own calendar looks at. */
  calendarFeed: pathTo('/calendars/:token/otonari.ics'),
  devMail: pathTo('/dev/mail'),
  devMailOne: pathTo('/dev/mail/:id'),
  figures: pathTo('/figures'),
  live: pathTo('/live'),
  /** What is to come, for pages of others. */
  nextDays: pathTo('/next-days'),
  /** What stands beside links to pages without a picture of their own. */
  picture: pathTo('/picture.png'),
  privacy: pathTo('/privacy'),
  settingsChange: pathTo('/settings/changes/:number'),
  settingsChangeUndoing: pathTo('/settings/changes/:number/undoing'),
  settingsOrganization: pathTo('/settings/organization'),
  settingsTexts: pathTo('/settings/texts'),
  settingsWatch: pathTo('/settings/watch'),
  settingsWatchAlarm: pathTo('/settings/watch/alarms/:id'),
  settingsWatchLimits: pathTo('/settings/watch/limits'),
  settingsWatchTestMail: pathTo('/settings/watch/test-mail'),
  staffActAgreement: pathTo('/staff-acts/:id/agreement'),
  staffActRefusal: pathTo('/staff-acts/:id/refusal'),
  staffActWithdrawal: pathTo('/staff-acts/:id/withdrawal'),
  styleguide: pathTo('/styleguide'),
};
