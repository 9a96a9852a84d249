import type { Module } from '../../platform/module.ts';
import { eventsDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { eventsDesk } from './elsewhere/desk-part.tsx';
import { eventsNavigation } from './elsewhere/navigation.ts';
import { eventsNews } from './elsewhere/news.ts';
import { eventsPublicPart } from './elsewhere/public-part.tsx';
import { eventLife } from './event/life.ts';
import { eventsClock } from './jobs.ts';
import { tellTask } from './mail/tell.ts';
import { openRoutes } from './open/routes.tsx';
import { personalData } from './personal-data.ts';
import { registrationLife } from './registrations/life.ts';
import { ownRoutes } from './registrations/own/routes.tsx';
import { registerRoutes } from './registrations/routes.tsx';
import type { EventServices } from './services.ts';
import { recordActs } from './told.ts';
import { eventsRefusals } from './words.ts';

/** Events, as the house takes them in. */
export function eventsModule(services: EventServices): Module {
  return {
    name: 'events',
    messages: eventsRefusals,
    // What has a name of its own stands before `/events/:id`.
    routes: [...ownRoutes(services), ...openRoutes, ...registerRoutes(services), ...deskRoutes],
    lives: [eventLife, registrationLife],
    tasks: [eventsClock, tellTask(services)],
    news: eventsNews,
    desk: eventsDesk,
    navigation: eventsNavigation,
    publicParts: [eventsPublicPart],
    personalData,
    recordActs,
    demonstration: eventsDemonstration,
  };
}
