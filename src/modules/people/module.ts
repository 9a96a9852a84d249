import type { Module } from '../../platform/module.ts';
import { peopleMessages } from './messages.ts';
import { peopleRoutes } from './routes.ts';

/** What the house takes in of this module. */
export const peopleModule: Module = { name: 'people', messages: peopleMessages, routes: peopleRoutes };
