import type { Module } from '../../platform/module.ts';
import { peopleMessages } from './messages.ts';
import { peopleRoutes } from './routes.ts';
import type { PeopleServices } from './services.ts';

/** What the house takes in of this module. */
export function peopleModule(services: PeopleServices = {}): Module {
  return { name: 'people', messages: peopleMessages, routes: peopleRoutes(services) };
}
