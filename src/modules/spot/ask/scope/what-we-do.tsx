import type { VNode } from 'preact';
import { Disclosure, ForChoice } from '../../../../ui/index.ts';
import { CATEGORIES } from '../../types.ts';
import { type AskedOf, useAskWords } from '../form/steps/ask-words.ts';
import { BeyondList } from './beyond-notice.tsx';
import { BEYOND } from './rules/beyond.ts';

/** Of the kind of help that is chosen, what a neighbor does and what not; folded, what none of them does and why. */
export function WhatWeDo({ of }: { readonly of: AskedOf | undefined }): VNode {
  const t = useAskWords(of);
  return (
    <>
      {CATEGORIES.map((category) => (
        <ForChoice value={category}>
          <p>{t('neighbor_does', { what: t(`category_${category}_does`) })}</p>
          <p>{t('neighbor_does_not', { what: t(`category_${category}_does_not`) })}</p>
        </ForChoice>
      ))}
      <Disclosure summary={t('what_not')}>
        <p>{t('what_lead')}</p>
        <BeyondList found={BEYOND} />
      </Disclosure>
    </>
  );
}
