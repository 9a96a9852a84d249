import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { municipalityWords } from '../../people/index.ts';
import type { Guide } from '../types.ts';
import { guidesMessages } from '../words.ts';

/** Where a guide holds: in one municipality, or everywhere. */
export function GuidePlace({
  guide: { municipalityCode },
}: {
  readonly guide: Pick<Guide, 'municipalityCode'>;
}): VNode {
  const t = useWords(guidesMessages);
  const locale = useLocale();
  const municipality = municipalityCode && findMunicipality(municipalityCode);
  return <>{municipality ? municipalityWords(municipality, locale) : t('guide_everywhere')}</>;
}
