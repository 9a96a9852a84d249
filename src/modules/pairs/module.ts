import type { Module } from '../../platform/module.ts';
import { applicationListeners, applicationTasks } from './applications/becoming-ready.ts';
import { applicationsOf } from './applications/data-of.ts';
import { applicationLife } from './applications/life.ts';
import { applicantThing } from './applications/thing.ts';
import { closingTasks } from './closing/jobs.ts';
import { pairsDemonstration } from './demonstration/demonstration.ts';
import { pairsAhead } from './elsewhere/ahead.ts';
import { pairsDesk } from './elsewhere/desk-part.tsx';
import { pairsNavigation, pairsSignInFor } from './elsewhere/navigation.ts';
import { pairsPersonPart } from './elsewhere/person-part.tsx';
import { pairsProgramPage } from './elsewhere/program-page.tsx';
import { pairsPublicPart } from './elsewhere/public-part.tsx';
import { feesSetting } from './fees/setting.ts';
import { feesPage } from './fees/setting-page.ts';
import { pairFigures } from './figures/store.ts';
import { interviewAppointments } from './interview/appointments.ts';
import { introductionAppointments } from './introduction/appointment.ts';
import { monthsTasks } from './months/jobs.ts';
import { pairsNews } from './news.ts';
import { pairPersonPart } from './pair/desk/person-part.tsx';
import { pairLife } from './pair/life.ts';
import { stopListeners } from './pair/stop/listeners.ts';
import { pairThing } from './pair/thing.ts';
import { personalData } from './personal-data.ts';
import { poolTasks } from './pool/jobs.ts';
import { waitEnds } from './pool/waits.ts';
import { answerTasks } from './propose/jobs.ts';
import { pairsPage } from './propose/setting-page.ts';
import { roundLife } from './rounds/life.ts';
import { solveTask } from './rounds/solving/job.ts';
import { type PairsServices, pairsRoutes } from './routes.ts';
import { pairsSetting } from './settings.ts';
import { termsPlace } from './terms/writing-page.tsx';
import { recordActs } from './told.ts';
import { wishTasks } from './wishes/jobs.ts';
import { twoMet, wishersParted } from './wishes/listeners.ts';
import { pairsRefusals } from './words.ts';

/** Half-year pairs, as the house takes them in. */
export function pairsModule(services: PairsServices): Module {
  return {
    name: 'pairs',
    messages: pairsRefusals,
    routes: pairsRoutes(services),
    lives: [applicationLife, pairLife, roundLife],
    personalData,
    dataOf: applicationsOf,
    recordActs,
    publicParts: [pairsPublicPart],
    programPage: pairsProgramPage,
    news: pairsNews,
    // What has a name of its own stands before what is found by an id.
    things: [applicantThing, pairThing],
    ahead: pairsAhead,
    listeners: [
      // One a line: several hands add to it.
      ...applicationListeners,
      twoMet,
      wishersParted,
      waitEnds,
      ...stopListeners,
    ],
    tasks: [
      // One a line: several hands add to it.
      ...applicationTasks,
      solveTask,
      ...poolTasks,
      ...wishTasks,
      ...answerTasks,
      ...monthsTasks,
      ...closingTasks,
    ],
    desk: pairsDesk,
    personParts: [pairsPersonPart, pairPersonPart],
    navigation: pairsNavigation,
    signInFor: pairsSignInFor,
    appointments: [interviewAppointments, introductionAppointments],
    settingsPlaces: [pairsPage.place, feesPage.place, termsPlace],
    figures: [pairFigures],
    settings: [pairsSetting, feesSetting],
    demonstration: pairsDemonstration,
  };
}
