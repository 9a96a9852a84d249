import { bankFileMessages } from '../../kits/bank-files/index.ts';
import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of what donors see, and of the refusals they can get. */
export const givingMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

export type GivingKey = keyof typeof en;

/** The words of the treasurer's screens. */
export const givingStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** All catalogs as one, that of banks' files too, in which the web kit words refusals. */
export const givingRefusals = joinCatalogs(
  joinCatalogs(givingMessages, givingStaffMessages),
  bankFileMessages,
);
