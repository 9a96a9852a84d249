import { easyWritingModule } from './kits/easy-writing/index.ts';
import { formsModule } from './kits/forms/index.ts';
import { slotsModule } from './kits/slots/index.ts';
import { classesModule } from './modules/classes/index.ts';
import { consultationsModule } from './modules/consultations/index.ts';
import { conversationsModule } from './modules/conversations/index.ts';
import { deskModule } from './modules/desk/index.ts';
import { eventsModule } from './modules/events/index.ts';
import { type GivingServices, givingModule, openPayments } from './modules/giving/index.ts';
import { guidesModule } from './modules/guides/index.ts';
import { type NotificationServices, notificationsModule } from './modules/notifications/index.ts';
import { pairsModule } from './modules/pairs/index.ts';
import { type PeopleServices, peopleModule } from './modules/people/index.ts';
import { safetyModule } from './modules/safety/index.ts';
import { seasonModule } from './modules/season/index.ts';
import { personalData as inSignIn } from './modules/sign-in/index.ts';
import { findOwnPages, siteModule } from './modules/site/index.ts';
import { type SpotServices, spotModule } from './modules/spot/index.ts';
import { storiesModule } from './modules/stories/index.ts';
import { areKeptApart, trustModuleWith } from './modules/trust/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Configuration } from './platform/configuration.ts';
import type { Database } from './platform/database/connect.ts';
import type { Files } from './platform/files/files.ts';
import type { Module } from './platform/module.ts';
import { listWordedPages } from './platform/parts/public/program-page.ts';
import { listMaps } from './platform/personal-data-map.ts';

/** What modules are handed by the house. */
export interface Services
  extends Omit<
      NotificationServices & SpotServices & GivingServices,
      'publicUrl' | 'news' | 'payments' | 'modules'
    >,
    Pick<PeopleServices, 'glanceAtVolunteer'> {
  readonly publicUrl: string | undefined;
  /** Where people reach us when no `publicUrl` is set. */
  readonly address: string;
  /** For a module that opens something of its own; null where it is asked only what it says of itself. */
  readonly ground: {
    readonly configuration: Configuration;
    readonly db: Database;
    readonly clock: Clock;
  } | null;
}

/**
 * The product's table of contents.
 * @param around what the house brings itself, as far as it has something to tell
 * @param programs more of them than stand here: a test brings one of its own
 */
export function listModules(
  services: Services,
  around: readonly Module[] = [],
  programs: readonly Module[] = [],
): readonly Module[] {
  const { secret, publicUrl = services.address, ground } = services;
  const payments = ground && openPayments(ground.configuration, ground);
  const all: Module[] = [];
  // Read when somebody asks: by then all are in it.
  const holders: Module[] = [...around];
  all.push(
    peopleModule({ ...services, modules: holders, areKeptApart }),
    formsModule,
    easyWritingModule,
    trustModuleWith({ ownPages: findOwnPages }),
    safetyModule,
    spotModule({ ...services, publicUrl, modules: holders }),
    pairsModule({ publicUrl }),
    givingModule({ ...services, publicUrl, payments, ownPages: findOwnPages }),
    eventsModule({
      ...services,
      publicUrl,
      storyDrafts: () => all.flatMap(({ storyDrafts }) => storyDrafts ?? []),
      campaigns: () => all.flatMap(({ campaigns }) => campaigns ?? []),
    }),
    classesModule(services),
    consultationsModule({ ...services, publicUrl }),
    seasonModule({ comings: () => all.flatMap(({ coming }) => coming ?? []) }),
    siteModule({ ...services, publicUrl, pages: () => all.flatMap(listWordedPages) }),
    guidesModule,
    storiesModule({
      ...services,
      publicUrl,
      storySources: () => all.flatMap(({ storySources }) => storySources ?? []),
    }),
    ...programs,
  );
  all.push(conversationsModule(all.flatMap((module) => module.things ?? [])));
  const kinds = all.flatMap((module) => module.appointments ?? []);
  all.push(
    slotsModule(
      kinds,
      all.flatMap(({ closing }) => (closing ? [closing] : [])),
    ),
  );
  const news = [...all, ...around].flatMap((module) => module.news ?? []);
  all.push(notificationsModule({ secret, publicUrl, news }));
  all.push(deskModule([...all, ...around]));
  holders.push(...all);
  return all;
}

/** The same for whoever asks what modules say of themselves, whatever the house hands them. */
const unserved = listModules({
  files: {} as Files,
  secret: '',
  ground: null,
  publicUrl: undefined,
  address: '',
  glanceAtVolunteer: () => Promise.reject(new Error('nobody looks')),
});

/** What the whole database can hold of people; sign-in is the house's own. */
export const personalDataMaps = listMaps([{ personalData: inSignIn }, ...unserved]);

/** What they count now and then. */
export const listedFigures = unserved.flatMap(({ figures = [] }) => figures);

/** What they show in a demonstration. */
export const demonstrations = unserved.flatMap(({ demonstration }) => demonstration ?? []);
