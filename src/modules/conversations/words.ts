import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The module's words. */
export const conversationMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** The words of what only staff see. */
export const conversationStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });
