import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Disclosure, Notice } from '../../../ui/index.ts';
import { kitMessages } from '../words.ts';

/**
 * Says above a summary that nothing was sent, since the draft was changed in another window meanwhile.
 * @param props.children what they had looked at, to compare; nothing when it is not known any more
 */
export function ChangedMeanwhile(props: { readonly children?: ComponentChildren }): VNode {
  const t = useWords(kitMessages);
  return (
    <Notice tone="notice" role="alert">
      <p>{t('draft_was_changed')}</p>
      {props.children && <Disclosure summary={t('draft_before')}>{props.children}</Disclosure>}
    </Notice>
  );
}
