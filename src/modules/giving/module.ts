import type { Module } from '../../platform/module.ts';
import { givingNavigation } from './elsewhere/navigation.ts';
import { paymentTasks } from './payments/jobs.ts';
import { personalData } from './personal-data.ts';
import { givingRoutes } from './routes.ts';
import type { GivingServices } from './services.ts';
import { monthlyOf } from './thanks/monthly.ts';
import { thanksListener } from './thanks/thank.ts';
import { recordActs } from './told.ts';
import { givingRefusals } from './words.ts';

/** Giving, and the books of all money, as the house takes them in. */
export function givingModule(services: GivingServices): Module {
  return {
    name: 'giving',
    messages: givingRefusals,
    routes: givingRoutes(services),
    navigation: givingNavigation,
    tasks: paymentTasks(services),
    personalData,
    recordActs,
    listeners: [thanksListener({ ...services, monthlyOf })],
  };
}
