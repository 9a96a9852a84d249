import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { readSetting } from '../../../platform/settings/settings.ts';
import { get, missing, page, type Route } from '../../../platform/web/route.ts';
import { DataTable, Heading, OwnWords, PageHead, Prose } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { findOwn } from '../applications/own/routes.tsx';
import { pairsPaths } from '../paths.ts';
import { SIDES } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { REDUCTIONS, type Reduction } from './reductions.ts';
import { amountOf, tableOn } from './rules.ts';
import { type FeeSettings, type FeeTable, feesSetting } from './setting.ts';
import { type Fee, listFeesFor } from './store.ts';

/** What is asked for, when, why, and who pays less: for everybody to read, with what is asked of oneself on top. */
export const feesRoutes: readonly Route[] = [
  get({
    path: pairsPaths.fees,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const settings = await readSetting(call.db, feesSetting);
      const own = await findOwn(call);
      const fees = own ? await listFeesFor(call.db, own) : [];
      if (settings.sides.length === 0 && fees.length === 0) return missing();
      const title = pairsMessages.in(call.locale).plain('fees_title');
      const table = tableOn(settings.tables, dayInJapan(call.now));
      return page(title, <FeesPage {...{ fees, table, settings }} />);
    },
  }),
];

function FeesPage(props: {
  readonly fees: readonly Fee[];
  readonly table: FeeTable;
  readonly settings: FeeSettings;
}): VNode {
  const t = useWords(pairsMessages);
  const { fees, table, settings } = props;
  const isDue = fees.some(({ state }) => state === 'due');
  return (
    <>
      <PageHead
        title={t('fees_title')}
        lead={t('fees_lead')}
        back={{ href: pairsPaths.own(), label: t('back_to_pairs') }}
      />
      {fees.length > 0 && <OwnFees fees={fees} />}
      {isDue && (
        <>
          <Heading level={2}>{t('how_to_pay')}</Heading>
          {settings.howToPay ? (
            <OwnWords as="p">{settings.howToPay}</OwnWords>
          ) : (
            <p>{t('how_to_pay_is_said')}</p>
          )}
        </>
      )}
      {settings.sides.length > 0 && (
        <>
          <Heading level={2}>{t('fees_why')}</Heading>
          <Prose>
            {settings.sides.length < SIDES.length && (
              <p>{t(`fees_only_${settings.sides[0] ?? 'resident'}`)}</p>
            )}
            <p>{t('fees_why_registration')}</p>
            <p>{t('fees_why_membership')}</p>
            <p>{t('fees_less')}</p>
          </Prose>
          <AmountsTable table={table} />
        </>
      )}
    </>
  );
}

function OwnFees({ fees }: { readonly fees: readonly Fee[] }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={t('fees_of_yours')}
      rows={fees}
      columns={[
        { key: 'kind', head: t('fee_what'), rowHead: true, cell: ({ kind }) => t(`fee_${kind}`) },
        { key: 'amount', head: t('fee_amount'), numeric: true, cell: ({ amount }) => formats.yen(amount) },
        {
          key: 'state',
          head: t('fee_state'),
          atEnd: true,
          cell: ({ state, settledOn, dueAt }) =>
            t(`fee_is_${state}`, { day: formats.day(settledOn ?? dueAt) }),
        },
      ]}
    />
  );
}

function AmountsTable({ table }: { readonly table: FeeTable }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const said = (kind: 'registration' | 'membership') => (reduction: Reduction) =>
    reduction === 'individual'
      ? t('fee_is_talked_about')
      : formats.yen(amountOf(table, kind, reduction).asked);
  return (
    <DataTable
      caption={t('fees_table')}
      rows={REDUCTIONS}
      columns={[
        { key: 'who', head: t('fee_who'), rowHead: true, cell: (reduction) => t(`reduction_${reduction}`) },
        {
          key: 'registration',
          head: t('fee_registration'),
          numeric: true,
          needsHead: true,
          cell: said('registration'),
        },
        {
          key: 'membership',
          head: t('fee_membership'),
          numeric: true,
          needsHead: true,
          cell: said('membership'),
        },
      ]}
    />
  );
}
