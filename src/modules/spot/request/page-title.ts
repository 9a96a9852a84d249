import type { Locale } from '../../../platform/languages/locales.ts';
import { placeNameOf } from '../../people/index.ts';
import type { Category } from '../types.ts';
import { spotMessages } from '../words.ts';

/** The title of a page about one request, which tells its tab from those of others: what the page is, what kind of help, where. */
export function titleOf(
  title: string | null,
  request: { readonly category: Category; readonly municipalityCode: string | null },
  locale: Locale,
): string {
  const kind = spotMessages.in(locale).plain(`category_${request.category}`);
  const place = placeNameOf({ municipalityCode: request.municipalityCode, town: null }, locale);
  return [title, kind, place].filter(Boolean).join(' · ');
}
