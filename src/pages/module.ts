import type { Live } from '../platform/live/live.ts';
import type { Module } from '../platform/module.ts';
import type { PersonalDataMap } from '../platform/personal-data.ts';
import { aboutRoute, privacyRoute } from './about.tsx';
import { firstMessageRoute, requestConversationRoute } from './conversations/request-conversation.tsx';
import { conversationListeners } from './conversations/settle-conversations.ts';
import { volunteerConversationListeners } from './conversations/settle-volunteer-conversation.ts';
import { volunteerConversationRoutes } from './conversations/volunteer-conversation.tsx';
import { homeRoute } from './home.tsx';
import { keptFormRoute } from './kept-form.tsx';
import { liveRoute } from './live.ts';
import { myPageRoute, startRoute } from './my-page/my-page.tsx';
import { pageMessages } from './pages.ts';
import { personTiesRoute } from './person-ties.tsx';
import { staffActTask } from './staff-acts/alone.ts';
import { staffActRoutes } from './staff-acts/routes.tsx';
import { styleguideRoute } from './styleguide.tsx';

/** The few screens that join modules, as the house takes them in. */
export function pagesModule(services: {
  readonly live: Live;
  readonly demonstration: boolean;
  readonly personalDataMaps: readonly PersonalDataMap[];
}): Module {
  return {
    name: 'pages',
    messages: pageMessages,
    routes: [
      homeRoute,
      aboutRoute,
      privacyRoute(services.personalDataMaps),
      myPageRoute,
      startRoute,
      keptFormRoute,
      requestConversationRoute,
      firstMessageRoute,
      ...volunteerConversationRoutes,
      personTiesRoute,
      ...staffActRoutes,
      liveRoute(services.live),
      styleguideRoute(services.demonstration ? 'everyone' : ['administrator']),
    ],
    listeners: [...conversationListeners, ...volunteerConversationListeners],
    tasks: [staffActTask],
  };
}
