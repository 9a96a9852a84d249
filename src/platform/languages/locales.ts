/** The languages of the product, in the order in which they are offered. */
export const LOCALES = ['ja', 'ja-easy', 'en', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

/** Staff screens exist in these only (a coordinator reads Japanese or English). */
export const STAFF_LOCALES = ['ja', 'en'] as const;
export type StaffLocale = (typeof STAFF_LOCALES)[number];

interface LocaleFacts {
  /** BCP 47 tag for `lang=`, `Intl` and plural rules. */
  readonly tag: string;
  /** The language's own name for itself, in furigana notation where it needs it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly staff: StaffLocale;
}

export const localeFacts: Record<Locale, LocaleFacts> = {
  ja: { tag: 'ja', name: '日本語', direction: 'ltr', staff: 'ja' },
  'ja-easy': { tag: 'ja', name: 'やさしい日本語《にほんご》', direction: 'ltr', staff: 'ja' },
  en: { tag: 'en', name: 'English', direction: 'ltr', staff: 'en' },
  'zh-Hans': { tag: 'zh-Hans', name: '简体中文', direction: 'ltr', staff: 'en' },
};

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The locale for somebody's first visit.
 * @param acceptLanguage the `Accept-Language` header, may be missing or malformed
 * @returns the best of ours by the reader's own order; `ja-easy` for a reader who asks for a language we lack, since
 *   Easy Japanese is what most foreign residents say they can read (Immigration Services Agency, guideline of 2020)
 */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return 'ja';
  const wanted = acceptLanguage
    .split(',')
    .slice(0, 20)
    .map((part, order) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0, order };
    })
    .filter((wish) => wish.tag !== '' && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { tag } of wanted) {
    if (tag.startsWith('ja')) return 'ja';
    if (tag.startsWith('en')) return 'en';
    if (tag.startsWith('zh')) return 'zh-Hans';
  }
  return wanted.length > 0 && wanted[0]?.tag !== '*' ? 'ja-easy' : 'ja';
}
