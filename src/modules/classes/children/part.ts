import type { Module } from '../../../platform/module.ts';
import type { ClassServices } from '../services.ts';
import { absenceRoutes } from './absence/routes.tsx';
import { readingRoutes } from './care/readings.tsx';
import { careRoutes } from './care/routes.tsx';
import { childrenDataOf } from './data-of.ts';
import { deskChildRoutes } from './desk/routes.tsx';
import { childrenAhead } from './elsewhere/ahead.tsx';
import { childrenDesk } from './elsewhere/desk-part.tsx';
import { childrenMorning } from './elsewhere/jobs.ts';
import { childrenListeners } from './elsewhere/listeners.ts';
import { childrenNews } from './elsewhere/news.ts';
import { enrolRoutes } from './enrol/routes.tsx';
import { fetchRoutes } from './fetch/routes.tsx';
import { changeRoutes } from './own/changes.tsx';
import { ownRoutes } from './own/routes.tsx';
import { childrenActs } from './told.ts';
import { childrenRefusals } from './words.ts';

/** What families say of their children, as the module takes it in. */
export const childrenPart = (services: ClassServices) =>
  ({
    messages: childrenRefusals,
    routes: [
      ...ownRoutes,
      ...enrolRoutes,
      ...changeRoutes,
      ...careRoutes,
      ...readingRoutes,
      ...fetchRoutes,
      ...absenceRoutes(services),
      ...deskChildRoutes,
    ],
    tasks: [childrenMorning],
    listeners: childrenListeners,
    news: childrenNews(services),
    ahead: childrenAhead,
    desk: childrenDesk,
    dataOf: childrenDataOf,
    recordActs: childrenActs,
  }) satisfies Omit<Partial<Module>, 'desk'> & { readonly desk: Omit<NonNullable<Module['desk']>, 'name'> };
