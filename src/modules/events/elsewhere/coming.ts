import { localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import type { Coming } from '../../../platform/parts/public/coming.ts';
import { wordsOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import { listToCome } from '../store/events.ts';
import { eventsMessages } from '../words.ts';

/** What takes place next: nothing that is called off or has no day. */
export const eventsComing: Coming = {
  title: eventsMessages.label('events_title'),
  all: { href: eventsPaths.events(), label: eventsMessages.label('home_events') },
  async list(db, { now, locale, most }) {
    const events = await listToCome(db, now, most, ['published', 'closed', 'under_way']);
    return events.map((event) => {
      const { words, language } = wordsOf(event, locale);
      return {
        at: event.startsAt,
        title: language === 'ja-easy' ? rubyWords(words.title) : words.title,
        tag: localeFacts[language].tag,
        href: eventsPaths.event({ id: event.id }),
      };
    });
  },
};
