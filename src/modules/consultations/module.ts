import type { Module } from '../../platform/module.ts';
import { afterwardsRoutes } from './afterwards/routes.ts';
import { afterwardsWatch } from './afterwards/watch.ts';
import { consultationAppointments } from './appointment/kind.ts';
import { appointmentRoutes } from './appointment/own.tsx';
import { askRoutes } from './ask/routes.tsx';
import { conflictRoutes } from './conflicts/routes.ts';
import { consultationsOf } from './data-of.ts';
import { dayRoutes } from './days/routes.tsx';
import { consultationsDemonstration } from './demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { consultationsDesk } from './elsewhere/desk-part.tsx';
import { consultationsNavigation, consultationsSignInFor } from './elsewhere/navigation.ts';
import { consultationNews } from './elsewhere/news.ts';
import { consultationsProgramPage } from './elsewhere/program-page.tsx';
import { consultationsPublicPart } from './elsewhere/public-part.tsx';
import { expertsRoutes } from './experts/routes.tsx';
import { figuresRoutes } from './figures/routes.tsx';
import { consultationFigures } from './figures/store.ts';
import { interpretingRoutes } from './interpreters/desk.tsx';
import { interpreterRoutes } from './interpreters/routes.tsx';
import { matterLife } from './matter/life.ts';
import { ownRoutes } from './own/routes.tsx';
import { personalData } from './personal-data.ts';
import { referralRoutes } from './referral/routes.ts';
import type { ConsultationServices } from './services.ts';
import { isQuietFor } from './store/matters.ts';
import { recordActs } from './told.ts';
import { consultationsWatch } from './watch.ts';
import { consultationRefusals } from './words.ts';

/** Consultations, as the house takes them in. */
export function consultationsModule(services: ConsultationServices): Module {
  return {
    name: 'consultations',
    messages: consultationRefusals,
    // What has a name of its own stands before `/consultations/:id`.
    routes: [
      ...askRoutes(services),
      ...ownRoutes(services),
      ...figuresRoutes,
      ...dayRoutes,
      ...expertsRoutes,
      ...referralRoutes(services),
      ...interpreterRoutes,
      ...interpretingRoutes,
      ...conflictRoutes(services),
      ...deskRoutes(services),
      ...appointmentRoutes,
      ...afterwardsRoutes(services),
    ],
    lives: [matterLife],
    figures: [consultationFigures],
    appointments: [consultationAppointments],
    tasks: [consultationsWatch, afterwardsWatch],
    news: consultationNews,
    desk: consultationsDesk,
    navigation: consultationsNavigation,
    signInFor: consultationsSignInFor,
    programPage: consultationsProgramPage,
    publicParts: [consultationsPublicPart],
    isQuietFor,
    personalData,
    dataOf: consultationsOf,
    recordActs,
    demonstration: consultationsDemonstration,
  };
}
