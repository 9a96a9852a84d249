import { conversationsModule } from './modules/conversations/index.ts';
import { peopleModule } from './modules/people/index.ts';
import { safetyModule } from './modules/safety/index.ts';
import { trustModule } from './modules/trust/index.ts';
import type { FileStore } from './platform/files/files.ts';
import type { Module } from './platform/module.ts';

/** What modules are handed by the house. */
export interface Services {
  readonly files: FileStore;
}

/** The product's table of contents. */
export function listModules(_services: Services): readonly Module[] {
  return [peopleModule, trustModule, safetyModule, conversationsModule];
}
