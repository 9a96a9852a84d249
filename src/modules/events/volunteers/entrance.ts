import { type Entrance, routesOf } from '../door/routes.tsx';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { findByLink, isLinkOpen } from './link.ts';

/** The list at the door for whoever has the link of a helper: on that day alone, and nothing else of anybody. */
export const helperDoorRoutes = (services: EventServices) => {
  const entrance: Entrance = {
    paths: {
      door: eventsPaths.helperDoor,
      walkIns: eventsPaths.helperWalkIns,
      log: eventsPaths.helperLog,
    },
    at: ({ token = '' }) => ({
      door: eventsPaths.helperDoor({ token }),
      walkIns: eventsPaths.helperWalkIns({ token }),
      log: eventsPaths.helperLog({ token }),
    }),
    access: 'everyone',
    // Several helpers, each sending their log, behind the network of one hall.
    limit: { by: 'address', tries: 2_000, minutes: 10 },
    async find({ db, params, now }) {
      const found = await findByLink(services, { db, now, token: params['token'] ?? '' });
      if (!found || !isLinkOpen(found.event, now)) return null;
      return { event: found.event, byPersonId: found.helper.personId, helperId: found.helper.id };
    },
  };
  return routesOf(entrance);
};
