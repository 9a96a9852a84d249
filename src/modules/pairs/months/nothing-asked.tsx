import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, EmptyState, PageHead } from '../../../ui/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

/** The page of questions that nobody asks now: answered, or not yet. */
export function NothingAsked(props: {
  readonly title: 'check_in_title' | 'lonely_title' | 'lonely_before_title';
  /** Null on the way to a pair. */
  readonly pairId: string | null;
}): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t(props.title)} />
      <EmptyState title={t('check_in_none')} />
      <Actions>
        {props.pairId === null ? (
          <Button href={pairsPaths.own()}>{t('to_pairs')}</Button>
        ) : (
          <Button href={pairsPaths.pair({ id: props.pairId })}>{t('back_to_pair')}</Button>
        )}
      </Actions>
    </>
  );
}
