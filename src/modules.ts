import { conversationsModule } from './modules/conversations/index.ts';
import { type NotificationServices, notificationsModule } from './modules/notifications/index.ts';
import { peopleModule } from './modules/people/index.ts';
import { safetyModule } from './modules/safety/index.ts';
import { type SpotServices, spotModule } from './modules/spot/index.ts';
import { trustModule } from './modules/trust/index.ts';
import type { Module } from './platform/module.ts';

/** What modules are handed by the house. */
export interface Services extends Omit<NotificationServices & SpotServices, 'publicUrl'> {
  readonly publicUrl: string | undefined;
  /** Where people reach us when no `publicUrl` is set. */
  readonly address: string;
}

/** The product's table of contents. */
export function listModules(services: Services): readonly Module[] {
  const { secret, publicUrl = services.address } = services;
  return [
    peopleModule,
    trustModule,
    safetyModule,
    spotModule({ ...services, publicUrl }),
    conversationsModule,
    notificationsModule({ secret, publicUrl }),
  ];
}
