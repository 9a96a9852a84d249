import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Notice } from '../../../../ui/index.ts';
import { sayCode } from '../door/rules/code-words.ts';
import type { ComingCode } from '../store/family-code.ts';
import { dayMessages } from '../words.ts';

/** What whoever fetches says at the door, in the words of the reader. */
export function FamilyCode({ of }: { readonly of: ComingCode }): VNode {
  const t = useWords(dayMessages);
  const { day } = useFormats();
  return (
    <Notice title={t('family_code', { day: day(of.startsAt) })}>
      <p>
        <b>{sayCode(of.code, useLocale())}</b>
      </p>
      <p>{t('family_code_text')}</p>
    </Notice>
  );
}
