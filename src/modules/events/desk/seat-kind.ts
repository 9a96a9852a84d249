import type { Words } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { plainLanguageName } from '../../people/index.ts';
import type { Seats } from '../seats/rules/seats.ts';
import { eventsStaffMessages } from '../words.ts';

/** What a kind of seat is called: that of an interpretation with its language. */
export function useSeatKind(): (seats: Pick<Seats, 'kind' | 'language'>) => Words {
  const t = useWords(eventsStaffMessages);
  const locale = useLocale();
  return ({ kind, language }) =>
    t('event_seat_kind', { kind, language: plainLanguageName(language, locale) });
}
