import { conversationsModule } from './modules/conversations/index.ts';
import { peopleModule } from './modules/people/index.ts';
import { safetyModule } from './modules/safety/index.ts';
import { type SpotServices, spotModule } from './modules/spot/index.ts';
import { trustModule } from './modules/trust/index.ts';
import type { Module } from './platform/module.ts';

/** What modules are handed by the house. */
export type Services = SpotServices;

/** The product's table of contents. */
export function listModules(services: Services): readonly Module[] {
  return [peopleModule, trustModule, safetyModule, spotModule(services), conversationsModule];
}
