import { defineMessages, type Sentence } from '../../platform/languages/messages.tsx';
import type { NewsGroup } from '../../platform/news.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The module's words: on pages and in mails. */
export const notificationMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** What a group is called where people choose. */
export function labelOf({ label }: NewsGroup): Sentence {
  return label ?? notificationMessages.label('group_desk');
}
