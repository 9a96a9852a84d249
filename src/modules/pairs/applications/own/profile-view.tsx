import type { VNode } from 'preact';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { SummaryList } from '../../../../ui/index.ts';
import { languageName, peopleMessages, peoplePaths, placeWordsOf } from '../../../people/index.ts';
import { pairsMessages } from '../../words.ts';
import { PROFILE_FACTS, type ProfileFact, type ProfileFacts } from '../profile.ts';

/** Where each is said. */
export const PROFILE_PAGES: Readonly<Record<ProfileFact, string>> = {
  languages: peoplePaths.languages(),
  place: peoplePaths.place(),
  hours: peoplePaths.availability(),
};

/**
 * What the profile says of what pairs are made by, each with the way to change it.
 * @param family of whoever is still to say who applies with them: who is not in their household yet can't be chosen
 */
export function OwnProfileFacts({
  facts,
  family,
}: {
  readonly facts: ProfileFacts;
  readonly family?: readonly string[];
}): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const said = useSaidFacts(facts);
  const household = family && {
    label: t('profile_family'),
    value: family.length > 0 ? formats.list([...family]) : t('profile_no_family'),
    change: { href: peoplePaths.household(), plainLabel: t.plain('profile_family') },
  };
  return (
    <SummaryList
      rows={[
        ...PROFILE_FACTS.map((fact) => ({
          label: t(`profile_${fact}`),
          value: said[fact] ?? <strong>{t('profile_is_missing')}</strong>,
          change: { href: PROFILE_PAGES[fact], plainLabel: t.plain(`profile_${fact}`) },
        })),
        ...(household ? [household] : []),
      ]}
    />
  );
}

/** The same for whoever only reads it. */
export function ProfileRows({ facts }: { readonly facts: ProfileFacts }): VNode {
  const t = useWords(pairsMessages);
  const said = useSaidFacts(facts);
  return (
    <SummaryList
      rows={PROFILE_FACTS.map((fact) => ({
        label: t(`profile_${fact}`),
        value: said[fact] ?? <strong>{t('profile_is_missing')}</strong>,
      }))}
    />
  );
}

/** The same in words; null for what is not said yet. */
function useSaidFacts(facts: ProfileFacts): Readonly<Record<ProfileFact, Words | null>> {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { languages, person, freeMinutes, missing } = facts;
  const japanese = useWords(peopleMessages)(`japanese_${person.japaneseSpeaking}`);
  const names = languages.map((language) => languageName(language, locale));
  return {
    languages: missing.includes('languages') ? null : (
      <>
        {names.length > 0 && <div>{formats.list(names)}</div>}
        <div>{t('profile_japanese', { level: japanese })}</div>
      </>
    ),
    place: missing.includes('place') ? null : placeWordsOf(person, locale),
    hours: missing.includes('hours')
      ? null
      : t('profile_hours_a_week', { hours: Math.round(freeMinutes / 60) }),
  };
}
