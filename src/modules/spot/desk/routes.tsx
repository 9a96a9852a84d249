import type { Route } from '../../../platform/web/route.ts';
import { enteringRoutes } from '../ask/entering/routes.tsx';
import { dayRoutes } from '../meet/day/routes.tsx';
import { fittingRoutes } from '../offer/fitting/routes.tsx';
import { mapRoutes } from './map/routes.tsx';
import { deskActRoutes } from './request/acts.ts';
import { requestDeskRoutes } from './request/routes.tsx';
import { searchRoutes } from './search/list.tsx';
import { spotSettingPage } from './settings/form.tsx';

/** The coordinators' screens of Spot. */
export const deskRoutes: readonly Route[] = [
  ...enteringRoutes,
  ...searchRoutes,
  ...dayRoutes,
  ...mapRoutes,
  ...spotSettingPage.routes,
  ...requestDeskRoutes,
  ...deskActRoutes,
  ...fittingRoutes,
];
