import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { eventsPaths } from '../paths.ts';
import { eventsMessages } from '../words.ts';

/** Events, among all that people do together. */
export const eventsPublicPart: PublicPart = {
  order: 50,
  card: {
    picture: () => <LineScene name="hall" />,
    title: eventsMessages.label('home_events_title'),
    text: eventsMessages.label('home_events_text'),
    href: eventsPaths.events(),
    act: eventsMessages.label('home_events'),
  },
};
