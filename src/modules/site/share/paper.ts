import { type Paper, type Part, printable, printedIn } from '../../../kits/papers/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { plainly } from '../open/said.ts';
import { blocksOf, wordsFor } from '../rules.ts';
import type { ShownArticle } from '../types.ts';
import { siteMessages } from '../words.ts';

/** Whether there is a sheet for a reader: the font that prints it has no emoji, no hangul, no simplified Chinese. */
export function hasPaper({ texts }: Pick<ShownArticle, 'texts'>, readIn: Locale): boolean {
  const found = wordsFor(texts, printedIn(readIn));
  return found !== null && printable(plainly(found.words.title + found.words.text, found.language)).ok;
}

/** An article as a sheet: for the press, and for whoever files it. */
export function paperOf(
  { texts, onDay }: Pick<ShownArticle, 'texts' | 'onDay'>,
  about: { readonly locale: Locale; readonly address: string; readonly foot: string },
): Paper | null {
  const found = wordsFor(texts, about.locale);
  if (!found) return null;
  const { words, language, standing } = found;
  const t = siteMessages.in(language).plain;
  const say = (text: string) => plainly(text, language);
  return {
    title: say(words.title),
    language: localeFacts[language].tag,
    parts: [
      { small: formatsIn(language).plain.day(onDay) },
      ...(standing === 'stale' || standing === 'machine' ? [{ small: t(`standing_${standing}`) }] : []),
      ...blocksOf(words.text).flatMap((block): Part[] => {
        if (block.kind === 'heading') return [{ heading: say(block.text) }];
        if (block.kind === 'paragraph') return [{ text: say(block.text) }];
        return block.lines.map((line) => ({ text: `・ ${say(line)}` }));
      }),
      { qr: about.address, beside: about.address },
    ],
    foot: about.foot,
  };
}
