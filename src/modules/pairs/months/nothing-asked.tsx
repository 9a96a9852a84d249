import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, EmptyState, PageHead } from '../../../ui/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

/** The page of questions that nobody asks now: answered, or not yet. */
export function NothingAsked(props: { title: 'check_in_title' | 'lonely_title'; pairId: string }): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t(props.title)} />
      <EmptyState title={t('check_in_none')} level={2} />
      <Actions>
        <Button href={pairsPaths.pair({ id: props.pairId })}>{t('back_to_pair')}</Button>
      </Actions>
    </>
  );
}
