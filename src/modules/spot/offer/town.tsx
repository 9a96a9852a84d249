import type { VNode } from 'preact';
import { useLocale } from '../../../platform/languages/reading.tsx';
import { placeWordsOf } from '../../people/index.ts';

/** Municipality in the reader's writing, and the town as it stands on signs. Nothing for a visit without a place. */
export function Town(props: {
  place: { readonly municipalityCode: string | null; readonly town: string | null };
}): VNode | null {
  const locale = useLocale();
  return <>{placeWordsOf(props.place, locale)}</>;
}
