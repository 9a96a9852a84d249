import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of the page on which coordinators keep times open. */
export const slotsMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** What everybody reads of times that are open to them, and of what is kept of theirs. */
export const ownMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** Both catalogs as one. */
export const slotsWords = joinCatalogs(ownMessages, slotsMessages);
