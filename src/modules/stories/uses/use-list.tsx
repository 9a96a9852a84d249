import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../ui/index.ts';
import type { Use } from '../types.ts';
import { storiesMessages } from '../words.ts';

/** Everywhere a story is or was: since when, and what has become of it. */
export function UseList({ uses }: { readonly uses: readonly Use[] }): VNode {
  const t = useWords(storiesMessages);
  const { day } = useFormats();
  const standing = ({ isOurs, endedAt, toldAt }: Use) => {
    if (endedAt) return t('use_ended', { day: day(endedAt) });
    if (isOurs) return t('use_is_ours');
    return toldAt ? t('use_asked_away', { day: day(toldAt) }) : t('use_is_theirs');
  };
  if (uses.length === 0) return <p>{t('uses_none')}</p>;
  return (
    <ul>
      {uses.map((use) => (
        <li>
          {t(`use_${use.kind}`)}
          {use.place && (
            <>
              {' '}
              <OwnWords>{use.place}</OwnWords>
            </>
          )}{' '}
          <span class="quiet">
            {day(use.at)} · {standing(use)}
          </span>
        </li>
      ))}
    </ul>
  );
}
