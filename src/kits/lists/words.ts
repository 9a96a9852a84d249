import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** What every list says by itself, to the staff who take one along. */
export const listMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** The words of the example in the style guide. */
export const sampleMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** In which writing a file can be taken along. */
export const ENCODINGS = ['utf-8', 'shift_jis'] as const;
