import { pathTo } from '../platform/addresses/path-to.ts';

/** The addresses of the pages that join modules and of settings. */
export const pagesPaths = {
  about: pathTo('/about'),
  devMail: pathTo('/dev/mail'),
  devMailOne: pathTo('/dev/mail/:id'),
  live: pathTo('/live'),
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
