import type { Module } from '../../platform/module.ts';
import { callLife } from './calls/life.ts';
import { callListeners } from './calls/listeners.ts';
import { callRoutes } from './calls/routes.tsx';
import { seasonDemonstration } from './demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { seasonAhead } from './elsewhere/ahead.tsx';
import { seasonDesk } from './elsewhere/desk-part.tsx';
import { seasonNavigation } from './elsewhere/navigation.ts';
import { seasonNews } from './elsewhere/news.ts';
import { seasonAddresses, seasonPublicPart } from './elsewhere/public-part.tsx';
import { hoursRoutes } from './hours/routes.tsx';
import { seasonDataOf } from './mine/data-of.ts';
import { mineRoutes } from './mine/routes.tsx';
import { openRoutes } from './open/routes.tsx';
import { openingsRoutes } from './openings/routes.tsx';
import { seasonPaths } from './paths.ts';
import { personalData } from './personal-data.ts';
import type { SeasonServices } from './services.ts';
import { seasonPage, seasonSetting } from './setting.ts';
import { recordActs } from './told.ts';
import { seasonMessages, seasonRefusals } from './words.ts';

/** The turn of the year, as the house takes it in. */
export function seasonModule(services: SeasonServices): Module {
  return {
    name: 'season',
    messages: seasonRefusals,
    routes: [
      ...openRoutes(services),
      ...mineRoutes,
      ...hoursRoutes,
      ...openingsRoutes,
      ...callRoutes,
      ...deskRoutes,
      ...seasonPage.routes,
    ],
    settings: [seasonSetting],
    settingsPlaces: [seasonPage.place],
    lives: [callLife],
    listeners: callListeners,
    news: seasonNews,
    desk: seasonDesk,
    navigation: seasonNavigation,
    ahead: seasonAhead,
    publicParts: [seasonPublicPart],
    openAddresses: seasonAddresses,
    signInFor: [{ href: seasonPaths.yearEnd(), title: seasonMessages.label('sign_in_for_season') }],
    personalData,
    dataOf: seasonDataOf,
    recordActs,
    demonstration: seasonDemonstration,
  };
}
