import { readFurigana } from '../../../../japanese/furigana.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../../platform/languages/messages.tsx';
import type { Campaign, CampaignWords } from '../types.ts';

const NO_WORDS: CampaignWords = { title: '', lead: '', story: '', uses: [], tiers: [] };

/** What a campaign says in a language; a public one says it in all of them. */
export function wordsOf({ texts }: Pick<Campaign, 'texts'>, locale: Locale): CampaignWords {
  return texts[locale] ?? NO_WORDS;
}

/** Somebody's words of the organization as this language writes them: with furigana in Easy Japanese. */
export function written(text: string, locale: Locale): Words {
  return locale === 'ja-easy' ? rubyWords(text) : text;
}

/** The same as a string, for titles, pictures and files. */
export function plainly(text: string, locale: Locale): string {
  return locale === 'ja-easy' ? readFurigana(text) : text;
}

export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
