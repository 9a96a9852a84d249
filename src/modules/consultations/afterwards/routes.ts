import type { Route } from '../../../platform/web/route.ts';
import type { ConsultationServices } from '../services.ts';
import { deskAfterwardsRoutes } from './desk.tsx';
import { ownAfterwardsRoutes } from './own.tsx';

export const afterwardsRoutes = (services: ConsultationServices): readonly Route[] => [
  ...ownAfterwardsRoutes,
  ...deskAfterwardsRoutes(services),
];
