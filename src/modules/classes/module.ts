import type { Module } from '../../platform/module.ts';
import { joinCatalogs } from '../../platform/web/words.ts';
import { childrenPart } from './children/part.ts';
import { courseLife } from './courses/life.ts';
import { dayPart } from './day/part.ts';
import { classesDemonstration } from './demonstration/demonstration.ts';
import { courseRoutes } from './desk/course/routes.tsx';
import { listRoute } from './desk/list.tsx';
import { sessionRoutes } from './desk/session/routes.tsx';
import { teachingAhead } from './elsewhere/ahead.tsx';
import { classesDesk } from './elsewhere/desk-part.tsx';
import { classesNavigation, classesSignInFor } from './elsewhere/navigation.ts';
import { classesNews } from './elsewhere/news.ts';
import { classesProgramPage } from './elsewhere/program-page.tsx';
import { classesPublicPart } from './elsewhere/public-part.tsx';
import { enrolmentLife } from './enrolments/life.ts';
import { figuresRoute } from './figures/routes.tsx';
import { commitmentLife } from './helping/life.ts';
import { helpingListeners } from './helping/listeners.ts';
import { teachingRoutes } from './helping/routes.tsx';
import { classesClock } from './jobs.ts';
import { classesAddresses, openRoute } from './open/routes.tsx';
import { personalData } from './personal-data.ts';
import { seatLife } from './seats/life.ts';
import type { ClassServices } from './services.ts';
import { sessionLife } from './sessions/life.ts';
import { recordActs } from './told.ts';
import { classesRefusals } from './words.ts';

/** Classes, as the house takes them in. */
export function classesModule(services: ClassServices): Module {
  const children = childrenPart(services);
  return {
    name: 'classes',
    messages: joinCatalogs(joinCatalogs(classesRefusals, children.messages), dayPart.messages),
    // What has a name of its own stands before `/desk/classes/:id`.
    routes: [
      openRoute,
      ...teachingRoutes,
      ...children.routes,
      ...dayPart.routes,
      listRoute,
      figuresRoute,
      ...sessionRoutes,
      ...courseRoutes,
    ],
    lives: [courseLife, sessionLife, commitmentLife, enrolmentLife, seatLife],
    tasks: [classesClock, ...children.tasks, ...dayPart.tasks],
    listeners: [...helpingListeners, ...children.listeners],
    news: [...classesNews, ...children.news, ...dayPart.news],
    navigation: classesNavigation,
    programPage: classesProgramPage,
    publicParts: [classesPublicPart],
    async ahead(db, asked) {
      const { items = [], ...rest } = await children.ahead(db, asked);
      return { ...rest, items: [...items, ...(await teachingAhead(db, asked.personId, asked.now))] };
    },
    desk: classesDesk,
    dataOf: async (db, person) => ({
      ...(await children.dataOf(db, person)),
      ...(await dayPart.dataOf(db, person)),
    }),
    signInFor: classesSignInFor,
    openAddresses: classesAddresses,
    personalData,
    recordActs,
    demonstration: classesDemonstration,
  };
}
