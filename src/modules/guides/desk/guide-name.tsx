import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useLocale } from '../../../platform/languages/reading.tsx';
import { municipalityName } from '../../people/index.ts';
import { readIn, titleOf } from '../guide/reading.ts';
import { useTitle } from '../open/saying.tsx';
import type { Guide } from '../types.ts';
import { guidesMessages, guidesStaffMessages } from '../words.ts';

type Named = Pick<Guide, 'translations' | 'category' | 'municipalityCode'>;

/** What a guide is called where it is written: one that has no title yet by its kind and place. */
export function nameOf(guide: Named, locale: Locale): string {
  if (readIn(guide, locale).words.title !== '') return titleOf(guide, locale);
  const { category, municipalityCode } = guide;
  const municipality = municipalityCode ? findMunicipality(municipalityCode) : undefined;
  const kind = guidesMessages.in(locale).plain(`kind_${category}`);
  const place = municipality
    ? municipalityName(municipality, locale)
    : guidesMessages.in(locale).plain('guide_everywhere');
  return guidesStaffMessages.in(locale).plain('guide_without_title', { kind, place });
}

export function GuideName({ guide }: { readonly guide: Named }): VNode {
  const title = useTitle(guide);
  const locale = useLocale();
  return <>{readIn(guide, locale).words.title === '' ? nameOf(guide, locale) : title}</>;
}
