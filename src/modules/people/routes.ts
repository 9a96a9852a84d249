import type { Route } from '../../platform/web/route.ts';
import { availabilityRoutes } from './availability/routes.tsx';
import { directoryRoutes } from './directory/routes.tsx';
import { enteringRoutes } from './entering/routes.tsx';
import { householdRoutes } from './household/routes.tsx';
import { languageRoutes } from './languages/routes.tsx';
import { leavingRoutes } from './leaving/routes.tsx';
import { placeRoutes } from './place/routes.tsx';
import { portraitRoutes } from './portrait/routes.tsx';
import { phoneRoute } from './profile/ask-for-phone.tsx';
import { profileRoutes } from './profile/routes.tsx';
import { recordRoutes } from './record/routes.tsx';
import type { PeopleServices } from './services.ts';
import { sharingRoutes } from './sharing/routes.tsx';
import { welcomeRoutes } from './welcome/routes.tsx';

/** All pages of this module, in the order in which somebody meets them. */
export const peopleRoutes = (services: PeopleServices): readonly Route[] => [
  ...welcomeRoutes,
  ...profileRoutes,
  phoneRoute,
  ...portraitRoutes(services),
  ...languageRoutes,
  ...placeRoutes,
  ...householdRoutes,
  ...availabilityRoutes,
  ...sharingRoutes,
  ...recordRoutes(services),
  ...leavingRoutes(services),
  ...enteringRoutes,
  ...directoryRoutes(services),
];
