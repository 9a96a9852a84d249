import type { Module } from '../../platform/module.ts';
import { registrationsOf } from './data-of.ts';
import { eventsDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { doorRoutes } from './door/routes.tsx';
import { eventsAhead } from './elsewhere/ahead.tsx';
import { eventsComing } from './elsewhere/coming.ts';
import { eventsDesk } from './elsewhere/desk-part.tsx';
import { eventsNavigation } from './elsewhere/navigation.ts';
import { eventsNews } from './elsewhere/news.ts';
import { eventsAddresses } from './elsewhere/open-addresses.ts';
import { eventsPersonPart } from './elsewhere/person-part.tsx';
import { eventsProgramPage } from './elsewhere/program-page.tsx';
import { eventsPublicPart } from './elsewhere/public-part.tsx';
import { eventLife } from './event/life.ts';
import { eventsClock } from './jobs.ts';
import { tellTask } from './mail/tell.ts';
import { openRoutes } from './open/routes.tsx';
import { personalData } from './personal-data.ts';
import { registrationLife } from './registrations/life.ts';
import { ownRoutes } from './registrations/own/routes.tsx';
import { registerRoutes } from './registrations/routes.tsx';
import { eventsReminders } from './reminders/remind.ts';
import { reportRoutes } from './report/routes.tsx';
import { eventsOfStories } from './report/story.ts';
import type { EventServices } from './services.ts';
import { shareRoutes } from './share/routes.ts';
import { eventsSurvey } from './survey/ask.ts';
import { surveyRoutes } from './survey/routes.tsx';
import { recordActs } from './told.ts';
import { helperDoorRoutes } from './volunteers/entrance.ts';
import { helperRoutes } from './volunteers/routes.tsx';
import { eventsRefusals } from './words.ts';

/** Events, as the house takes them in. */
export function eventsModule(services: EventServices): Module {
  return {
    name: 'events',
    messages: eventsRefusals,
    // What has a name of its own stands before `/events/:id`.
    routes: [
      ...ownRoutes(services),
      ...surveyRoutes(services),
      ...helperDoorRoutes(services),
      ...helperRoutes(services),
      ...openRoutes(services),
      ...shareRoutes(services),
      ...registerRoutes(services),
      ...reportRoutes(services),
      ...deskRoutes(services),
      ...doorRoutes,
    ],
    lives: [eventLife, registrationLife],
    tasks: [eventsClock, eventsReminders, eventsSurvey, tellTask(services)],
    news: eventsNews,
    desk: eventsDesk,
    navigation: eventsNavigation,
    ahead: eventsAhead(services),
    personParts: [eventsPersonPart],
    publicParts: [eventsPublicPart],
    programPage: eventsProgramPage,
    coming: eventsComing,
    storySources: eventsOfStories,
    openAddresses: eventsAddresses,
    personalData,
    dataOf: registrationsOf,
    recordActs,
    demonstration: eventsDemonstration(services),
  };
}
