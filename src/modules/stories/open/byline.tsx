import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../ui/index.ts';
import type { ShownStory } from '../store/shown.ts';
import { storiesMessages } from '../words.ts';
import { namesIn } from './said.tsx';

/** Who tells it, as they wished to be called, and since when it is here. */
export function Byline({ shown }: { readonly shown: ShownStory }): VNode {
  const t = useWords(storiesMessages);
  const { month } = useFormats();
  const { part, publishedAt } = shown.story;
  const day = publishedAt?.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  return (
    <p class="quiet">
      {namesIn(shown).map((name) => (
        <>
          <OwnWords>{name}</OwnWords>
          {' · '}
        </>
      ))}
      {t(`told_by_${part}`)}
      {day && <> · {month(day)}</>}
    </p>
  );
}
