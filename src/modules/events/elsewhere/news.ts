import { DESK, defineNews, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { eventsEvents } from '../events.ts';
import { eventsPaths } from '../paths.ts';
import { findEvent } from '../store/events.ts';
import type { EventState } from '../types.ts';
import { eventsMessages } from '../words.ts';

const whileIt =
  (state: EventState) =>
  async ({ db, objectId }: NewsQuestion): Promise<boolean> =>
    (await findEvent(db, objectId))?.state === state;

const onDesk = {
  group: DESK,
  urgency: 'waits',
  object: ({ eventId }: { readonly eventId?: string | undefined }) => eventId,
  path: (id: string) => eventsPaths.deskEvent({ id }),
  mayKnow: async ({ roles }: NewsQuestion) => roles.has('coordinator'),
} as const;

/** What coordinators hear of each other's events: one that waits for a second pair of eyes, and one that came back. */
export const eventsNews = defineNews(
  { words: eventsMessages, events: eventsEvents },
  {
    desk_event_waits: {
      ...onDesk,
      event: 'events.event.submitted',
      whom: ({ db, now }) => listCoordinators(db, now),
      isStillSo: whileIt('in_review'),
    },
    desk_event_came_back: {
      ...onDesk,
      event: 'events.event.sent_back',
      whom: async ({ db, ids }) => {
        const event = await findEvent(db, ids.eventId ?? '');
        return event ? [event.writtenBy] : [];
      },
      isStillSo: whileIt('draft'),
    },
  },
);
