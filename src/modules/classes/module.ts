import type { Module } from '../../platform/module.ts';
import { joinCatalogs } from '../../platform/web/words.ts';
import { childrenPart } from './children/part.ts';
import { courseLife } from './courses/life.ts';
import { enrolmentLife } from './enrolments/life.ts';
import { commitmentLife } from './helping/life.ts';
import { personalData } from './personal-data.ts';
import { seatLife } from './seats/life.ts';
import { sessionLife } from './sessions/life.ts';
import { recordActs } from './told.ts';
import { classesRefusals } from './words.ts';

/** Classes, as the house takes them in. */
export const classesModule: Module = {
  name: 'classes',
  messages: joinCatalogs(classesRefusals, childrenPart.messages),
  routes: [...childrenPart.routes],
  tasks: [...childrenPart.tasks],
  listeners: [...childrenPart.listeners],
  news: [...childrenPart.news],
  ahead: childrenPart.ahead,
  desk: { name: 'classes', ...childrenPart.desk },
  dataOf: childrenPart.dataOf,
  signInFor: [...childrenPart.signInFor],
  lives: [courseLife, sessionLife, commitmentLife, enrolmentLife, seatLife],
  personalData,
  recordActs,
};
