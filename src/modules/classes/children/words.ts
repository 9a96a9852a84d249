import { defineMessages, defineStaffMessages } from '../../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of what families say of their children, and of what tutors read of it. */
export const childrenMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** The words of a child's page for coordinators. */
export const childrenStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** Both catalogs as one, in which refusals are worded. */
export const childrenRefusals = joinCatalogs(childrenMessages, childrenStaffMessages);
