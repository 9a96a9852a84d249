import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useHref, useLocale } from '../../../platform/languages/reading.tsx';
import { storiesPaths } from '../paths.ts';
import type { ShownStory } from '../store/shown.ts';

/** What is to be seen, in the reader's language or as it was said. */
export const altIn = ({ picture, story }: Pick<ShownStory, 'picture' | 'story'>, locale: Locale): string =>
  picture?.alt[locale] ?? picture?.alt[story.source] ?? '';

/** The picture of a story, where it has one. */
export function Photo({ shown }: { readonly shown: ShownStory }): VNode | null {
  const href = useHref();
  const locale = useLocale();
  if (!shown.picture?.shownId) return null;
  return (
    <p>
      <img
        class="story-photo"
        src={href(storiesPaths.photo({ id: shown.story.id }))}
        alt={altIn(shown, locale)}
      />
    </p>
  );
}
