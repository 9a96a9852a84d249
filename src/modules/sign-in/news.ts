import { defineNews, SAFETY } from '../../platform/news.ts';
import { signInEvents } from './events.ts';
import { signInPaths } from './paths.ts';
import { signInMessages } from './words.ts';

/** At once, and never turned off: so that somebody notices when it was not them. */
const toOwnAccess = {
  group: SAFETY,
  urgency: 'now',
  whom: ({ ids }: { readonly ids: { readonly personId?: string | undefined } }) => [ids.personId],
  path: () => signInPaths.sessions(),
  mayKnow: async () => true,
  advice: 'mail_not_you',
} as const;

/** What happens to somebody's own account. */
export const signInNews = defineNews(
  { words: signInMessages, events: signInEvents },
  {
    device_is_new: { ...toOwnAccess, event: 'sign_in.device.first_used' },
    passkey_added: { ...toOwnAccess, event: 'sign_in.passkey.added' },
    passkey_removed: { ...toOwnAccess, event: 'sign_in.passkey.removed' },
    app_connected: { ...toOwnAccess, event: 'sign_in.second_factor.set_up' },
    means_removed: { ...toOwnAccess, event: 'sign_in.second_factor.removed' },
    recovery_code_used: { ...toOwnAccess, event: 'sign_in.recovery_code.used' },
    recovery_codes_new: { ...toOwnAccess, event: 'sign_in.recovery_codes.replaced' },
  },
);
