import { dispatchTasks } from '../../kits/dispatch/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import type { Files } from '../../platform/files/files.ts';
import type { Module } from '../../platform/module.ts';
import type { HasBeforeAsking } from '../../platform/parts/before-asking.ts';
import { conversationEvents } from '../conversations/index.ts';
import { askingRoutes } from './ask/form/routes.ts';
import { answerBack } from './ask/let-through/let-through.ts';
import { stopListeners } from './close/stop/listeners.ts';
import { worryClosed } from './close/worry-closed.ts';
import { spotDemonstration } from './demonstration/demonstration.ts';
import { deskRoutes } from './desk/routes.tsx';
import { spotClosing } from './desk/settings/closing.tsx';
import { spotSettingPage } from './desk/settings/form.tsx';
import { spotRefusals } from './desk/words.ts';
import { spotAhead } from './elsewhere/ahead.tsx';
import { spotDesk } from './elsewhere/desk-part.tsx';
import { spotNavigation, spotSignInFor } from './elsewhere/navigation.ts';
import { spotPersonParts } from './elsewhere/person-parts.tsx';
import { spotProgramPage } from './elsewhere/program-page.tsx';
import { spotPublicPart } from './elsewhere/public-part.tsx';
import { recordActs } from './elsewhere/told.ts';
import { spotTasks } from './jobs.ts';
import { volunteerRoutes } from './meet/volunteer-routes.tsx';
import { spotNews } from './news/kinds.ts';
import { reminderTask } from './news/remind.ts';
import { spotVolunteers } from './offer/volunteers.ts';
import { personalData } from './personal-data.ts';
import { requestActs } from './request/acts.ts';
import { requestRoutes } from './request/routes.tsx';
import { REQUEST, requestThing } from './request/thing.ts';
import { spotSetting } from './settings.ts';
import { publicFigures } from './store/lists/figures.ts';
import { findRequest } from './store/requests.ts';
import { requestLife } from './transitions.ts';

/** What Spot is handed by the house. */
export interface SpotServices {
  readonly files: Files;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  /** All modules, for what some of them have to read before one asks. */
  readonly modules?: readonly HasBeforeAsking[];
}

/** Spot, as the house takes it in. */
export function spotModule(services: SpotServices): Module {
  return {
    name: 'spot',
    messages: spotRefusals,
    routes: [
      ...askingRoutes(services),
      ...requestRoutes(services),
      ...requestActs,
      ...volunteerRoutes,
      ...deskRoutes,
    ],
    listeners: [answerByMessage, worryClosed, ...stopListeners],
    desk: spotDesk,
    navigation: spotNavigation,
    signInFor: spotSignInFor,
    ahead: spotAhead,
    personParts: spotPersonParts,
    publicParts: [spotPublicPart],
    programPage: spotProgramPage,
    tasks: [...spotTasks, ...dispatchTasks(spotVolunteers), reminderTask],
    news: spotNews,
    things: [requestThing],
    personalData,
    recordActs,
    lives: [requestLife],
    figures: [publicFigures],
    settings: [spotSetting],
    settingsPlaces: [spotSettingPage.place],
    closing: spotClosing,
    demonstration: spotDemonstration,
  };
}

/** Who was asked back answers by writing: with their message the request is the coordinators' again. */
const answerByMessage: Listener = conversationEvents.hear({
  event: 'conversations.message.sent',
  name: 'spot.answer-back',
  async handle({ ids }, { db, clock }) {
    const { authorId, subjectId, subjectKind } = ids;
    if (subjectKind !== REQUEST) return;
    const request = await findRequest(db, subjectId);
    if (request?.state !== 'asked_back' || request.requesterId !== authorId) return;
    const doer = { personId: authorId, party: 'requester', now: clock() } as const;
    await inTransaction(db, (tx) => answerBack(tx, { requestId: subjectId, doer }));
  },
});
