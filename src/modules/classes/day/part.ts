import type { Module } from '../../../platform/module.ts';
import { dayDataOf } from './data-of.ts';
import { doorRoutes } from './door/routes.tsx';
import { notFetchedAlarm } from './elsewhere/jobs.ts';
import { dayNews } from './elsewhere/news.ts';
import { incidentRoutes } from './incidents/routes.tsx';
import { learningRoutes } from './learning/routes.tsx';
import { dayMessages } from './words.ts';

/** The day of a class and what is learned, as the module takes it in. */
export const dayPart = {
  messages: dayMessages,
  routes: [...doorRoutes, ...incidentRoutes, ...learningRoutes],
  tasks: [notFetchedAlarm],
  news: dayNews,
  dataOf: dayDataOf,
} satisfies Partial<Module>;
