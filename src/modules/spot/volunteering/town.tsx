import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { useLocale } from '../../../platform/languages/reading.tsx';

/** Municipality in the reader's writing, and the town as it stands on signs. Nothing for a visit without a place. */
export function Town(props: {
  place: { readonly municipalityCode: string | null; readonly town: string | null };
}): VNode | null {
  const locale = useLocale();
  const municipality = findMunicipality(props.place.municipalityCode ?? '');
  if (!municipality) return null;
  return (
    <>
      {locale === 'en' ? municipality.english : municipality.name} <span lang="ja">{props.place.town}</span>
    </>
  );
}
