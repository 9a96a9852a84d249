import { defineMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of signing in, second factors, passkeys and one's own sessions. */
export const signInMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** What sign-in may refuse with. */
export const signInRefusals = [
  'access_has_ended',
  'authenticator_code_is_wrong',
  'browser_keeps_no_cookie',
  'code_is_over',
  'code_is_wrong',
  'passkey_not_understood',
  'set_up_is_over',
  'too_many_asks',
  'too_many_codes',
  'too_many_tries',
] as const satisfies readonly (keyof typeof en)[];
