import type { Route } from '../../platform/web/route.ts';
import { applicationRoutes } from './applications/routes.tsx';
import { clearanceRoutes } from './clearance/routes.tsx';
import { concernRoutes } from './concerns/routes.tsx';
import { personRoutes } from './desk/person-routes.tsx';
import { queueRoutes } from './desk/queue.tsx';
import { recordRoutes } from './desk/record-routes.ts';
import { restrictionRoutes } from './desk/restricting/routes.ts';
import { pledgeRoutes } from './pledge/routes.tsx';
import { policyRoutes } from './policy/routes.tsx';
import type { TrustServices } from './services.ts';
import { volunteeringRoutes } from './volunteering/routes.tsx';

/** All pages of this module: first the volunteer's, then those of coordinators, then the administrator's. */
export const trustRoutes = (services: TrustServices): readonly Route[] => [
  ...volunteeringRoutes(services),
  ...applicationRoutes,
  ...pledgeRoutes,
  ...queueRoutes,
  ...personRoutes,
  ...recordRoutes,
  ...restrictionRoutes,
  ...clearanceRoutes,
  ...concernRoutes,
  ...policyRoutes,
];
