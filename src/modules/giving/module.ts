import type { Module } from '../../platform/module.ts';
import { givingNavigation } from './elsewhere/navigation.ts';
import { personalData } from './personal-data.ts';
import { givingRoutes } from './routes.ts';
import { recordActs } from './told.ts';
import { givingRefusals } from './words.ts';

/** Giving, and the books of all money, as the house takes them in. */
export const givingModule: Module = {
  name: 'giving',
  messages: givingRefusals,
  routes: givingRoutes,
  navigation: givingNavigation,
  personalData,
  recordActs,
};
