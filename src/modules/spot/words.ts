import { defineMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** Spot's words for everybody: the resident's screens, and the refusals of all acts. */
export const spotMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
export type SpotKey = Extract<keyof typeof en, string>;
