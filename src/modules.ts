import {
  conversationsModule,
  personalData as inConversations,
  listReceived,
} from './modules/conversations/index.ts';
import { deskModule } from './modules/desk/index.ts';
import {
  personalData as inNotifications,
  type NotificationServices,
  notificationsModule,
} from './modules/notifications/index.ts';
import { personalData as inPeople, type PeopleServices, peopleModule } from './modules/people/index.ts';
import { personalData as inSafety, safetyModule } from './modules/safety/index.ts';
import { personalData as inSignIn } from './modules/sign-in/index.ts';
import { personalData as inSpot, type SpotServices, spotModule } from './modules/spot/index.ts';
import { personalData as inTrust, trustModule } from './modules/trust/index.ts';
import type { Module } from './platform/module.ts';
import type { PersonalDataMap } from './platform/personal-data.ts';
import { platformPersonalData } from './platform/personal-data-map.ts';

/** What modules are handed by the house. */
export interface Services
  extends Omit<NotificationServices & SpotServices, 'publicUrl' | 'news'>,
    Pick<PeopleServices, 'glanceAtVolunteer'> {
  readonly publicUrl: string | undefined;
  /** Where people reach us when no `publicUrl` is set. */
  readonly address: string;
}

/** What the whole database can hold of people. */
export const personalDataMaps: readonly PersonalDataMap[] = [
  inSignIn,
  platformPersonalData,
  inPeople,
  inTrust,
  inSafety,
  inSpot,
  inConversations,
  inNotifications,
];

/**
 * The product's table of contents.
 * @param around what the house brings itself, as far as it has something to tell
 */
export function listModules(services: Services, around: readonly Module[] = []): readonly Module[] {
  const { secret, publicUrl = services.address } = services;
  const people = { ...services, personalDataMaps, listReceived };
  const below = [peopleModule(people), trustModule, safetyModule, spotModule({ ...services, publicUrl })];
  const modules = [...below, conversationsModule(below.flatMap((module) => module.things ?? []))];
  const news = [...modules, ...around].flatMap((module) => module.news ?? []);
  const known = [...modules, notificationsModule({ secret, publicUrl, news })];
  return [...known, deskModule([...known, ...around])];
}
