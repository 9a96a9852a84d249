import type { Module } from '../../platform/module.ts';
import { checkRoutes } from './check/routes.tsx';
import { guidesDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { guidesAhead } from './elsewhere/ahead.tsx';
import { guidesBeforeAsking } from './elsewhere/before-asking.tsx';
import { guidesDesk } from './elsewhere/desk-part.tsx';
import { guidesNavigation } from './elsewhere/navigation.ts';
import { guidesNews } from './elsewhere/news.ts';
import { guidesAddresses } from './elsewhere/open-addresses.ts';
import { guidesPublicPart } from './elsewhere/public-part.tsx';
import { factsTask } from './facts/ask-volunteers.ts';
import { checkLife } from './facts/life.ts';
import { helpGiven } from './guide/from-help.ts';
import { guideLife } from './guide/life.ts';
import { officeRoutes } from './offices/routes.tsx';
import { openRoutes } from './open/routes.tsx';
import { personalData } from './personal-data.ts';
import { recordActs } from './told.ts';
import { guidesRefusals } from './words.ts';

/** Guides, as the house takes them in. */
export const guidesModule: Module = {
  name: 'guides',
  messages: guidesRefusals,
  // What has a name of its own stands before `/guides/:slug`.
  routes: [...checkRoutes, ...officeRoutes, ...openRoutes, ...deskRoutes],
  lives: [guideLife, checkLife],
  tasks: [factsTask],
  listeners: [helpGiven],
  news: guidesNews,
  desk: guidesDesk,
  navigation: guidesNavigation,
  ahead: guidesAhead,
  beforeAsking: guidesBeforeAsking,
  publicParts: [guidesPublicPart],
  openAddresses: guidesAddresses,
  personalData,
  recordActs,
  demonstration: guidesDemonstration,
};
