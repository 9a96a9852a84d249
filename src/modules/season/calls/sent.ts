import { sentAt } from '../../../kits/acts/index.ts';
import { seasonPaths } from '../paths.ts';
import { seasonMessages } from '../words.ts';
import { callLife } from './life.ts';

/** What the caller sends. */
export const callTable = sentAt({
  at: seasonPaths.call.pattern,
  life: callLife,
  words: seasonMessages,
  sent: {
    called: { act: 'call', says: 'call_is_noted', to: seasonPaths.hours() },
    missed: { act: 'miss', says: 'miss_is_noted', to: seasonPaths.hours() },
  },
});
