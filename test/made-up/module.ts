import type { Module } from '../../src/platform/module.ts';
import { walksDemonstration } from './demonstration.ts';
import {
  walkAhead,
  walkDesk,
  walkFigure,
  walkNavigation,
  walkPersonPart,
  walkPublicPart,
  walkSignInFor,
} from './elsewhere.tsx';
import { walkNews } from './news.ts';
import { personalData } from './personal-data.ts';
import { walkRoutes } from './routes.tsx';
import { listWalksOf } from './store.ts';
import { walkThing } from './thing.ts';
import { recordActs } from './told.ts';
import { walkMessages } from './words.ts';

const ALL = { after: null, limit: 1000 };

/** All that walks contribute to the house. */
export const walksModule: Module = {
  name: 'walks',
  messages: walkMessages,
  routes: walkRoutes,
  things: [walkThing],
  news: walkNews,
  desk: walkDesk,
  ahead: walkAhead,
  personParts: [walkPersonPart],
  publicParts: [walkPublicPart],
  navigation: walkNavigation,
  signInFor: walkSignInFor,
  figures: [walkFigure],
  personalData,
  recordActs,
  demonstration: walksDemonstration,
  async dataOf(db, { id }) {
    const { rows } = await listWalksOf(db, id, ALL);
    return {
      companions: rows.filter(({ joinerId }) => joinerId === id).map(({ onDay }) => ({ on_day: onDay })),
    };
  },
};
