import type { Route } from '../../../platform/web/route.ts';
import { deskAfterwardsRoutes } from './desk.tsx';
import { ownAfterwardsRoutes } from './own.tsx';

export const afterwardsRoutes: readonly Route[] = [...ownAfterwardsRoutes, ...deskAfterwardsRoutes];
