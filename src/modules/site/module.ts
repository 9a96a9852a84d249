import type { Module } from '../../platform/module.ts';
import { siteDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { siteAhead, siteNavigation } from './elsewhere/navigation.ts';
import { siteAddresses } from './elsewhere/open-addresses.ts';
import { sitePublicPart } from './elsewhere/public-part.tsx';
import { openRoutes } from './open/routes.tsx';
import { paperRoutes } from './papers/routes.tsx';
import { personalData } from './personal-data.ts';
import type { SiteServices } from './services.ts';
import { shareRoutes } from './share/routes.ts';
import { recordActs } from './told.ts';
import { wordedRoutes } from './worded/routes.tsx';
import { siteRefusals } from './words.ts';

/** What the organization says of itself in public, as the house takes it in. */
export function siteModule(services: SiteServices): Module {
  return {
    name: 'site',
    messages: siteRefusals,
    // What has a name of its own stands before `/news/:slug`.
    routes: [
      ...shareRoutes(services),
      ...paperRoutes(services),
      ...openRoutes(services),
      ...wordedRoutes(services),
      ...deskRoutes(services),
    ],
    navigation: siteNavigation,
    ahead: siteAhead,
    publicParts: [sitePublicPart],
    openAddresses: siteAddresses,
    personalData,
    recordActs,
    demonstration: siteDemonstration,
  };
}
