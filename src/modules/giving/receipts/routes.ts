import type { Route } from '../../../platform/web/route.ts';
import type { GivingServices } from '../services.ts';
import { checkRoutes } from './check.tsx';
import { receiptListRoutes } from './desk/list.tsx';
import { postRoutes } from './desk/post.tsx';
import { receiptRoutes } from './desk/routes.tsx';
import { issueRoutes, waitingListRoutes } from './desk/waiting.tsx';
import { ownReceiptRoutes } from './own/routes.tsx';
import { receiptsSettingPage } from './setting-page.ts';
import { yearlyRoutes } from './yearly/page.tsx';

/** All that is asked of receipts. */
export const receiptsRoutes = (services: GivingServices): readonly Route[] => [
  ...receiptListRoutes,
  ...waitingListRoutes,
  ...issueRoutes(services),
  ...yearlyRoutes,
  ...postRoutes(services),
  ...receiptRoutes(services),
  ...ownReceiptRoutes(services),
  ...checkRoutes,
  ...receiptsSettingPage.routes,
];
