import type { Route } from '../../../platform/web/route.ts';
import { ownOfficeRoutes } from '../offices/own.tsx';
import type { ConsultationServices } from '../services.ts';

import { deskReferralRoutes } from './desk.tsx';
import { expertRoutes } from './door.tsx';
import { ownReferralRoutes } from './own.tsx';

export const referralRoutes = (services: ConsultationServices): readonly Route[] => [
  ...ownReferralRoutes,
  ...ownOfficeRoutes,
  ...deskReferralRoutes(services),
  ...expertRoutes(services),
];
