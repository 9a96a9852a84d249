import type { Route } from '../../../platform/web/route.ts';
import { alikeRoutes } from './alike/list.tsx';
import { forgetRoutes } from './forget.ts';
import { householdRoutes } from './household/routes.ts';
import { donorListRoutes } from './list.tsx';
import { mergeRoutes } from './merge/routes.tsx';
import { donorRoutes } from './page.tsx';

/** All that the treasurer asks of donors. */
export const donorsRoutes: readonly Route[] = [
  ...donorListRoutes,
  ...alikeRoutes,
  ...donorRoutes,
  ...mergeRoutes,
  ...householdRoutes,
  ...forgetRoutes,
];
