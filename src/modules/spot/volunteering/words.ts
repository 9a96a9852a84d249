import { defineMessages } from '../../../platform/languages/messages.tsx';
import type { LanguageTask, PlaceKind } from '../types.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words of what volunteers see. */
export const volunteeringMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
export type VolunteeringKey = Extract<keyof typeof en, string>;

/** What a task is called: nobody goes along on the telephone or online. */
export function taskKey(task: LanguageTask, placeKind: PlaceKind): VolunteeringKey {
  return task === 'speak' && placeKind !== 'place' ? 'needs_speak_from_afar' : `needs_${task}`;
}
