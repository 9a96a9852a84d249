import type { Module } from '../../platform/module.ts';
import type { Thing } from '../../platform/thing.ts';
import { partyDoor } from './beginning/party-door.tsx';
import { staffDoor } from './beginning/staff-door.tsx';
import { conversationsPersonPart } from './elsewhere/person-part.tsx';
import { listRoute } from './lists/routes.tsx';
import { conversationNews } from './news.ts';
import { conversationsPaths } from './paths.ts';
import { personalData } from './personal-data.ts';
import { listReceived } from './received.ts';
import { settlingListeners } from './settling/listeners.ts';
import { threadRoutes } from './thread/routes.tsx';
import { recordActs } from './told.ts';
import { conversationMessages } from './words.ts';

/** Conversations, as the house takes them in. @param things what people write to each other about, of all modules */
export function conversationsModule(things: readonly Thing[] = []): Module {
  const thingOf = (kind: string) => things.find((thing) => thing.kind === kind);
  const doors = things.flatMap((thing) =>
    thing.doors.flatMap((door) => (door.as === 'staff' ? staffDoor(thing, door) : partyDoor(thing, door))),
  );
  return {
    name: 'conversations',
    messages: conversationMessages,
    routes: [listRoute(thingOf), ...threadRoutes(thingOf), ...doors],
    listeners: settlingListeners(things),
    personParts: [conversationsPersonPart(thingOf)],
    navigation: [
      {
        href: conversationsPaths.conversations(),
        label: conversationMessages.label('list_title'),
        places: ['messages'],
        roles: 'everybody',
        order: 95,
      },
    ],
    news: conversationNews(thingOf),
    personalData,
    recordActs,
    dataOf: async (db, { id, locale }) => ({ received: await listReceived(db, id, locale) }),
  };
}
