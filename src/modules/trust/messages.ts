import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of what volunteers see, and of the refusals they can get. */
export const trustMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** The words of the screens of coordinators and administrators, and of the refusals that only they can get. */
export const trustStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

export type StaffKey = Extract<keyof typeof staffEn, string>;

/** Both catalogs as one, in which the web kit words refusals. */
export const trustRefusals = joinCatalogs(trustMessages, trustStaffMessages);
