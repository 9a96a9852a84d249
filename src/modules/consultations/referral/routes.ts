import type { Route } from '../../../platform/web/route.ts';
import type { ConsultationServices } from '../services.ts';
import { deskReferralRoutes } from './desk.tsx';
import { expertRoutes } from './door.tsx';
import { ownReferralRoutes } from './own.tsx';

export const referralRoutes = (services: ConsultationServices): readonly Route[] => [
  ...ownReferralRoutes,
  ...deskReferralRoutes(services),
  ...expertRoutes(services),
];
