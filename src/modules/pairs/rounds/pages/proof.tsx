import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { DataTable, Disclosure, PersonName } from '../../../../ui/index.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { RoundProps } from './scene.ts';

/** Why no round could be better, for whoever wants to add it up. */
export function ProofFold({ told, names }: RoundProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  if (!told || told.flaws) return null;
  const { holds, rows } = told.proof;
  return (
    <Disclosure id="proof" summary={t(holds ? 'round_proof' : 'round_proof_fails')}>
      <p>{t('round_proof_text', { pairs: told.pairs, days: told.urgency, points: told.fit })}</p>
      {rows ? (
        <DataTable
          caption={t('round_proof_table')}
          dense
          rows={rows}
          columns={[
            {
              key: 'name',
              head: t('round_name'),
              rowHead: true,
              cell: ({ id }) => <PersonName>{names.get(id) ?? t.plain('round_somebody')}</PersonName>,
            },
            { key: 'cover', head: t('round_cover'), numeric: true, cell: ({ cover }) => cover },
            { key: 'price', head: t('round_price'), numeric: true, cell: ({ price }) => price },
          ]}
        />
      ) : (
        <p>{t('round_proof_long')}</p>
      )}
    </Disclosure>
  );
}
