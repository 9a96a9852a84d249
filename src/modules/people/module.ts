import type { Module } from '../../platform/module.ts';
import { peopleDemonstration } from './demonstration/households.ts';
import { peopleAhead } from './elsewhere/ahead.tsx';
import { peopleDesk } from './elsewhere/desk-part.ts';
import { peopleNavigation } from './elsewhere/navigation.ts';
import { listHousehold } from './household/store.ts';
import { leavingTask } from './leaving/tasks.ts';
import { peopleMessages } from './messages.ts';
import { peopleNews } from './news.ts';
import { personalData } from './personal-data.ts';
import { peopleRoutes } from './routes.ts';
import type { PeopleServices } from './services.ts';
import { recordActs } from './told.ts';

/** What the house takes in of this module. */
export function peopleModule(services: PeopleServices = {}): Module {
  return {
    name: 'people',
    messages: peopleMessages,
    routes: peopleRoutes(services),
    desk: peopleDesk,
    navigation: peopleNavigation,
    ahead: peopleAhead,
    tasks: [leavingTask(services)],
    news: peopleNews,
    personalData,
    recordActs,
    demonstration: peopleDemonstration,
    dataOf: async (db, { id }) => ({
      household: (await listHousehold(db, id)).map(({ name, relation }) => ({ name, relation })),
    }),
  };
}
