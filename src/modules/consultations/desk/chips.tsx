import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip } from '../../../ui/index.ts';
import type { Matter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';

/** How a matter stands, and whether somebody may be in danger. */
export function MatterChips({ matter }: { readonly matter: Pick<Matter, 'state' | 'inDanger'> }): VNode {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  return (
    <>
      {matter.inDanger && matter.state !== 'closed' && <StatusChip tone="danger">{t('danger')}</StatusChip>}
      <StatusChip tone={matter.state === 'received' ? 'notice' : 'plain'}>
        {said(`state_${matter.state}`)}
      </StatusChip>
    </>
  );
}
