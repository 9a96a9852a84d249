import type { Module } from '../../platform/module.ts';
import { applicationLife } from './applications/life.ts';
import { pairLife } from './pair/life.ts';
import { personalData } from './personal-data.ts';
import { pairsRoutes } from './routes.ts';
import { pairsSetting } from './settings.ts';
import { pairsRefusals } from './words.ts';

/** Half-year pairs, as the house takes them in. */
export const pairsModule: Module = {
  name: 'pairs',
  messages: pairsRefusals,
  routes: pairsRoutes,
  lives: [applicationLife, pairLife],
  personalData,
  settings: [pairsSetting],
};
