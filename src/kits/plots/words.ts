import { defineMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** What plots say by themselves, and the words of their sample. */
export const plotMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
