import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../../platform/parts/person-part.ts';
import { Link } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import type { Pair } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { listPairsWith } from '../store/lists.ts';

/** In which pairs somebody is or was; a coordinator does not find their own. */
export const pairPersonPart: PersonPart = {
  name: 'pairs',
  title: pairsStaffMessages.label('ties_pairs'),
  order: 41,
  async list(db, { personId, readerId }, window) {
    const { rows, next } = await listPairsWith(db, { personId, readerId }, window);
    return { rows: rows.map((pair) => <Line pair={pair} />), next };
  },
};

function Line({ pair }: { readonly pair: Pair }): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <>
      <Link href={pairsPaths.deskPair({ id: pair.id })}>{useFormats().day(pair.proposedAt)}</Link>{' '}
      <span class="quiet">{t(`pair_state_${pair.state}`)}</span>
    </>
  );
}
