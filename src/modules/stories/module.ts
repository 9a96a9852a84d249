import type { Module } from '../../platform/module.ts';
import { tellTask } from './consent/letter.ts';
import { consentLife } from './consent/life.ts';
import { consentRoutes } from './consent/own/routes.tsx';
import { storiesDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { storiesAhead } from './elsewhere/ahead.tsx';
import { storiesDesk } from './elsewhere/desk-part.tsx';
import { storiesNavigation } from './elsewhere/navigation.ts';
import { storiesNews } from './elsewhere/news.ts';
import { storiesAddresses } from './elsewhere/open-addresses.ts';
import { storiesPublicPart } from './elsewhere/public-part.tsx';
import { consentsRunOut, storiesListeners } from './jobs.ts';
import { openRoutes } from './open/routes.tsx';
import { personalData } from './personal-data.ts';
import type { StoryServices } from './services.ts';
import { storyDrafts } from './story/begin.ts';
import { storyLife } from './story/life.ts';
import { tellingRoutes } from './telling/routes.tsx';
import { recordActs } from './told.ts';
import { storiesRefusals } from './words.ts';

/** Stories, as the house takes them in. */
export function storiesModule(services: StoryServices): Module {
  return {
    name: 'stories',
    messages: storiesRefusals,
    routes: [
      ...consentRoutes(services),
      ...openRoutes(services),
      ...tellingRoutes(services),
      ...deskRoutes(services),
    ],
    lives: [storyLife, consentLife],
    tasks: [tellTask(services), consentsRunOut(services)],
    listeners: storiesListeners(services),
    news: storiesNews,
    desk: storiesDesk,
    navigation: storiesNavigation,
    ahead: storiesAhead(services),
    storyDrafts,
    publicParts: [storiesPublicPart],
    openAddresses: storiesAddresses,
    personalData,
    recordActs,
    demonstration: storiesDemonstration,
  };
}
