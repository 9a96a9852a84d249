import { defineMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of the aid for whoever writes Easy Japanese. */
export const aidMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
