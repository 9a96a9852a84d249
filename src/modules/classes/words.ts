import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of what families, tutors and everybody see of classes, and of the refusals they can get. */
export const classesMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** The words of the screens of coordinators. */
export const classesStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** Both catalogs as one, in which the web kit words refusals. */
export const classesRefusals = joinCatalogs(classesMessages, classesStaffMessages);
