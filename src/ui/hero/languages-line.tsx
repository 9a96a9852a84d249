import type { VNode } from 'preact';
import { LOCALES, localeFacts } from '../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { languageName, placeIn } from '../shell/shell-props.ts';

/** The same page in each language, by its own name: whoever landed in a language they don’t read finds theirs at once. */
export function LanguagesLine({ path }: { path: string }): VNode {
  const now = useLocale();
  return (
    <nav class="languages-line" aria-label={useWords(uiMessages).plain('read_in')}>
      {LOCALES.map((locale) => {
        const { tag } = localeFacts[locale];
        return (
          <a
            href={placeIn(locale, path)}
            lang={tag}
            hreflang={tag}
            aria-current={locale === now ? 'true' : undefined}
          >
            {languageName(locale, now)}
          </a>
        );
      })}
    </nav>
  );
}
