import type { Route } from '../../platform/web/route.ts';
import { ledgerRoutes } from './ledger/list.tsx';
import { booksRoutes } from './ledger/trial-balance.tsx';
import { webhookRoutes } from './payments/notices/webhook.ts';
import { practiceRoutes } from './payments/practice/routes.tsx';
import type { GivingServices } from './services.ts';
import { thanksRoutes } from './thanks/list.tsx';

/** All that is asked of giving. */
export const givingRoutes = (services: GivingServices): readonly Route[] => [
  // One a line: several hands add to it.
  ...booksRoutes,
  ...ledgerRoutes,
  ...thanksRoutes,
  ...webhookRoutes(services),
  ...(services.payments?.name === 'practice' ? practiceRoutes : []),
];
