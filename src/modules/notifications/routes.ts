import type { Route } from '../../platform/web/route.ts';
import { inboxRoutes } from './inbox/routes.tsx';
import type { NotificationServices } from './mail/send.ts';
import { preferenceRoutes } from './preferences/routes.tsx';
import type { AllNews } from './rules/all-news.ts';
import { unsubscriptionRoutes } from './unsubscriptions/routes.tsx';

/** What people see of notifications: their inbox, what they choose, and the way out of a mail. */
export function notificationRoutes(services: NotificationServices, all: AllNews): readonly Route[] {
  return [...inboxRoutes(all), ...preferenceRoutes(all), ...unsubscriptionRoutes(services, all)];
}
