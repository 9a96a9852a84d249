import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { isUnreviewed } from '../../platform/languages/translations.ts';
import { uiMessages } from '../messages.ts';

/**
 * That a machine made these words and no native reader has checked them: for pages whose words bind or explain, once
 * each. Nothing in a language that has been read.
 */
export function TranslationNote(): VNode | null {
  const words = useWords(uiMessages);
  return isUnreviewed(useLocale()) ? <p class="quiet">{words('not_reviewed_yet')}</p> : null;
}
