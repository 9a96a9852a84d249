import { defineEvents, type NameOf } from '../../platform/events/define.ts';
import { signInEvents } from '../../platform/sign-in/notices.ts';
import { conversationEvents } from '../conversations/index.ts';
import { peopleEvents } from '../people/index.ts';
import { spotEvents } from '../spot/index.ts';
import { trustEvents } from '../trust/index.ts';

/** All events that somebody can be told of. */
export const tellable = defineEvents({
  ...signInEvents.shapes,
  ...peopleEvents.shapes,
  ...trustEvents.shapes,
  ...conversationEvents.shapes,
  ...spotEvents.shapes,
});
export type Tellable = NameOf<typeof tellable>;
