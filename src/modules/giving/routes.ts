import type { Route } from '../../platform/web/route.ts';
import { deedsRoutes } from './deeds/page.tsx';
import { enterGiftRoutes } from './gifts/enter/routes.tsx';
import { giftsRoutes } from './gifts/list.tsx';
import { giftRoutes } from './gifts/page.tsx';
import { payRoutes } from './give/pay/routes.tsx';
import { giveRoutes } from './give/routes.tsx';
import { giftAccountPage } from './give/setting.ts';
import { ledgerRoutes } from './ledger/list.tsx';
import { trialBalanceRoutes } from './ledger/trial-balance.tsx';
import { mineRoutes } from './mine/routes.tsx';
import { webhookRoutes } from './payments/notices/webhook.ts';
import { practiceRoutes } from './payments/practice/routes.tsx';
import { booksPromiseRoutes } from './promises/books/routes.tsx';
import { promiseRoutes } from './promises/own/routes.tsx';
import type { GivingServices } from './services.ts';
import { thanksRoutes } from './thanks/list.tsx';
import { overviewRoutes } from './treasurer/overview.tsx';

/** All that is asked of giving. */
export const givingRoutes = (services: GivingServices): readonly Route[] => [
  // One a line: several hands add to it.
  ...overviewRoutes,
  ...trialBalanceRoutes,
  ...ledgerRoutes,
  ...thanksRoutes,
  ...giveRoutes(services),
  ...payRoutes(services),
  ...giftAccountPage.routes,
  ...webhookRoutes(services),
  ...(services.payments?.name === 'practice' ? practiceRoutes : []),
  ...giftsRoutes,
  ...enterGiftRoutes,
  ...giftRoutes,
  ...mineRoutes(services),
  ...promiseRoutes(services),
  ...booksPromiseRoutes,
  ...deedsRoutes,
];
