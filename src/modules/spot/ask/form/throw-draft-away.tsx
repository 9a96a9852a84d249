import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, useDraftName } from '../../../../ui/index.ts';
import { spotPaths } from '../../paths.ts';
import { spotMessages } from '../../words.ts';

/** Deletes what was written and not sent, after asking once more; this browser's tab forgets it as well. */
export function ThrowDraftAway(): VNode {
  const t = useWords(spotMessages);
  return (
    <div data-forget-draft={useDraftName('spot-request')}>
      <ActionForm action={spotPaths.draftsRemoval()} confirm={t('start_anew_text')}>
        {t('start_anew')}
      </ActionForm>
    </div>
  );
}
