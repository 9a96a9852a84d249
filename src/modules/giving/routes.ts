import type { Route } from '../../platform/web/route.ts';
import { annualRoutes } from './annual/list.tsx';
import { bankRoutes } from './bank/routes.ts';
import { deskRoutes } from './campaigns/desk/routes.tsx';
import { openRoutes } from './campaigns/open/routes.tsx';
import { shareRoutes } from './campaigns/share/routes.ts';
import { wallRoutes } from './campaigns/wall/routes.tsx';
import { certificationRoutes } from './certification/page.tsx';
import { lettersRoutes } from './deeds/letters.tsx';
import { deedsRoutes } from './deeds/page.tsx';
import { donorsRoutes } from './donors/routes.ts';
import { enterGiftRoutes } from './gifts/enter/routes.tsx';
import { giftsRoutes } from './gifts/list.tsx';
import { giftRoutes } from './gifts/page.tsx';
import { payRoutes } from './give/pay/routes.tsx';
import { giveRoutes } from './give/routes.tsx';
import { giftAccountPage } from './give/setting.ts';
import { handRoutes } from './ledger/by-hand/routes.tsx';
import { closingRoutes } from './ledger/closing.tsx';
import { importRoutes } from './ledger/import/routes.tsx';
import { ledgerRoutes } from './ledger/list.tsx';
import { trialBalanceRoutes } from './ledger/trial-balance.tsx';
import { mineRoutes } from './mine/routes.tsx';
import { cardsRoutes } from './payments/cards/page.tsx';
import { healthRoutes } from './payments/health/page.tsx';
import { webhookRoutes } from './payments/notices/webhook.ts';
import { practiceRoutes } from './payments/practice/routes.tsx';
import { booksPromiseRoutes } from './promises/books/routes.tsx';
import { promiseRoutes } from './promises/own/routes.tsx';
import { receiptsRoutes } from './receipts/routes.ts';
import type { GivingServices } from './services.ts';
import { thanksRoutes } from './thanks/list.tsx';
import { overviewRoutes } from './treasurer/overview.tsx';
import { refundRoutes } from './treasurer/refunds/routes.ts';
import { refundPage } from './treasurer/refunds/setting-page.ts';
import { usesRoutes } from './uses/page.tsx';

/** All that is asked of giving. */
export const givingRoutes = (services: GivingServices): readonly Route[] => [
  // One a line: several hands add to it.
  ...overviewRoutes,
  ...trialBalanceRoutes,
  ...annualRoutes,
  ...usesRoutes,
  ...bankRoutes,
  ...ledgerRoutes,
  ...donorsRoutes,
  ...handRoutes,
  ...closingRoutes,
  ...importRoutes,
  ...thanksRoutes,
  ...giveRoutes(services),
  ...payRoutes(services),
  ...giftAccountPage.routes,
  ...webhookRoutes(services),
  ...healthRoutes(services),
  ...(services.payments?.name === 'practice' ? practiceRoutes : []),
  ...giftsRoutes,
  ...enterGiftRoutes,
  ...giftRoutes,
  ...mineRoutes(services),
  ...promiseRoutes(services),
  ...booksPromiseRoutes,
  ...deedsRoutes,
  ...lettersRoutes(services),
  ...cardsRoutes,
  ...refundRoutes,
  ...refundPage.routes,
  ...certificationRoutes,
  ...receiptsRoutes(services),
  ...openRoutes(services),
  ...shareRoutes(services),
  ...wallRoutes(services),
  ...deskRoutes(services),
];
