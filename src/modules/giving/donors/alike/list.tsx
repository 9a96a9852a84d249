import { z } from 'zod';
import { defineForm, pick } from '../../../../kits/forms/index.ts';
import { listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Button, Link, PersonName } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listPairs, type Pair, type PairedDonor } from '../store/pairs.ts';

/** Donors who are perhaps one, by what they have in common, and those whom somebody has said not to be the same. */
export const alikeRoutes = listRoutes({
  path: givingPaths.donorsAlike,
  access: ['treasurer'],
  audit: 'giving.donors.alike_viewed',
  filters: defineForm(givingStaffMessages, [
    pick(
      'alike',
      z.preprocess((value) => value || undefined, z.enum(['differ']).optional().catch(undefined)),
      {
        orAll: true,
        options: (locale) => [
          { value: 'differ', label: givingStaffMessages.in(locale).plain('donors_differ') },
        ],
      },
    ),
  ]),
  tabs: { by: 'alike', first: 'donors_alike_waiting' },
  find: ({ db }, { alike }, window) => listPairs(db, { differ: alike === 'differ' }, window),
  about: (rows) => ({
    subjectIds: rows.flatMap(({ first, second }) =>
      [first, second].flatMap(({ personId }) => personId ?? []),
    ),
  }),
  columns: [
    {
      key: 'first',
      head: 'donor_name',
      rowHead: true,
      cell: ({ first }) => <WhoTheyAre donor={first} />,
    },
    {
      key: 'second',
      head: 'donor_beside',
      needsHead: true,
      cell: ({ second }) => <WhoTheyAre donor={second} />,
    },
    {
      key: 'signs',
      head: 'donor_in_common',
      needsHead: true,
      cell: ({ signs }, locale) =>
        formatsIn(locale).list(signs.map((sign) => givingStaffMessages.in(locale)(`donor_sign_${sign}`))),
    },
    { key: 'act', head: 'donor_act', atEnd: true, cell: (pair) => <PairActs pair={pair} /> },
  ],
  keyOf: ({ id }) => `pair-${id}`,
  rowsAPage: 30,
  words: givingStaffMessages,
  title: 'donors_alike_title',
  lead: 'donors_alike_lead',
  empty: 'donors_alike_empty',
  emptyText: 'donors_alike_empty_text',
  back: { href: givingPaths.donors(), label: 'donors_title' },
});

function WhoTheyAre({ donor }: { readonly donor: PairedDonor }) {
  return (
    <>
      <Link href={givingPaths.donor({ id: donor.id })}>
        <PersonName>{donor.name}</PersonName>
      </Link>
      {donor.email && <p>{donor.email}</p>}
    </>
  );
}

/** The two beside each other; without looking, only that they are not the same. */
function PairActs({ pair }: { readonly pair: Pair }) {
  const t = useWords(givingStaffMessages);
  const two = { id: pair.first.id, otherId: pair.second.id };
  if (pair.differSince)
    return <ActionForm action={givingPaths.donorsDifferNot(two)}>{t('donors_ask_again')}</ActionForm>;
  return (
    <Actions>
      <Button kind="main" href={givingPaths.donorsBeside(two)}>
        {t('donors_look_at_both')}
      </Button>
      <ActionForm action={givingPaths.donorsDiffer(two)}>{t('donors_are_not_one')}</ActionForm>
    </Actions>
  );
}
