import { housePaths } from '../../platform/addresses/paths.ts';
import type { Module } from '../../platform/module.ts';
import { applicationLife } from './applications/life.ts';
import { concernLife } from './concerns/life.ts';
import { trustDemonstration } from './demonstration/demonstration.ts';
import { trustAhead } from './elsewhere/ahead.ts';
import { trustDesk } from './elsewhere/desk-part.ts';
import { trustNavigation, trustSignInFor } from './elsewhere/navigation.ts';
import { trustPersonPart } from './elsewhere/person-part.tsx';
import { trustPublicPart } from './elsewhere/public-part.tsx';
import { interviewAppointments } from './interviews/routes.ts';
import { trustTasks } from './jobs.ts';
import { trustListeners } from './listeners.ts';
import { trustRefusals } from './messages.ts';
import { trustNews } from './news.ts';
import { personalData } from './personal-data.ts';
import { policyPlace } from './policy/place.ts';
import { trustRoutes } from './routes.ts';
import type { TrustServices } from './services.ts';
import { approvedCount, availableByMunicipality } from './standing/store.ts';
import { recordActs } from './told.ts';
import { volunteeringThing } from './volunteering/thing.ts';
import { volunteeringWords } from './volunteering/worded-page.ts';

/** What the house takes in of this module. */
export const trustModule: Module = trustModuleWith({});

export function trustModuleWith(services: TrustServices): Module {
  return {
    name: 'trust',
    messages: trustRefusals,
    routes: trustRoutes(services),
    listeners: trustListeners,
    tasks: trustTasks,
    desk: trustDesk,
    navigation: trustNavigation,
    signInFor: trustSignInFor,
    ahead: trustAhead,
    personParts: [trustPersonPart],
    publicParts: [trustPublicPart],
    wordedPages: [volunteeringWords],
    openAddresses: () => [{ path: housePaths.volunteering() }],
    lives: [applicationLife, concernLife],
    news: trustNews,
    appointments: [interviewAppointments],
    things: [volunteeringThing],
    settingsPlaces: [policyPlace],
    personalData,
    recordActs,
    demonstration: trustDemonstration,
    figures: [availableByMunicipality, approvedCount],
  };
}
