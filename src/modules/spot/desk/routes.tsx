import type { Route } from '../../../platform/web/route.ts';
import { visitActRoutes } from './acts/act-on-visit.ts';
import { byPhoneRoutes } from './acts/by-phone.ts';
import { decisionRoutes } from './acts/decide.ts';
import { noteRoutes } from './acts/note.ts';
import { enteringRoutes } from './entering/routes.tsx';
import { fittingRoutes } from './fitting/routes.tsx';
import { queueRoutes } from './queue/routes.tsx';
import { requestDeskRoutes } from './request/routes.tsx';
import { searchRoutes } from './search/routes.tsx';
import type { DeskServices } from './services.ts';
import { settingsRoutes } from './settings/routes.tsx';
import { dayRoutes } from './visits/routes.tsx';

/** The coordinators' screens of Spot. */
export function deskRoutes(services: DeskServices): readonly Route[] {
  return [
    ...queueRoutes,
    ...enteringRoutes,
    ...searchRoutes,
    ...dayRoutes,
    ...settingsRoutes,
    ...requestDeskRoutes(services),
    ...decisionRoutes(services),
    ...visitActRoutes(services),
    ...fittingRoutes(services),
    ...noteRoutes(services),
    ...byPhoneRoutes(services),
  ];
}
