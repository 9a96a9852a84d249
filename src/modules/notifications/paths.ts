import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const notificationsPaths = {
  inbox: pathTo('/inbox'),
  inboxOne: pathTo('/inbox/:id'),
  inboxReadings: pathTo('/inbox/readings'),
  notifications: pathTo('/me/notifications'),
  unsubscription: pathTo('/unsubscriptions/:token'),
};
