import type { VNode } from 'preact';
import { defineForm, pick } from '../../../../kits/forms/index.ts';
import { listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Link, OwnWords, PersonName, TextField } from '../../../../ui/index.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { type Donor, findDonor } from '../../donors/store.ts';
import { anyOf } from '../../filters.ts';
import { findGift } from '../../gifts/store.ts';
import type { Gift } from '../../gifts/types.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listRefunds, type Refund } from '../store/refunds.ts';
import { mayBeRefused } from './commands.ts';

type Row = Refund &
  Pick<Gift, 'providerCharge'> & {
    readonly asker: string | null;
    readonly isMine: boolean;
    /** To whom it goes back; null for a collecting box. */
    readonly donor: Donor | null;
    /** The page of the gift, for treasurers. */
    readonly href: string | null;
  };

/** Refunds: those that wait for a decision or for payment, and all. Whoever approves them may be no treasurer. */
export const refundListRoutes = listRoutes({
  path: givingPaths.refunds,
  access: ['treasurer', 'administrator'],
  audit: 'giving.refunds.viewed',
  filters: defineForm(givingStaffMessages, [
    pick('refunds', anyOf(['all']), {
      orAll: true,
      label: 'gift_state',
      options: (locale) => [{ value: 'all', label: givingStaffMessages.in(locale).plain('refunds_all') }],
    }),
  ]),
  tabs: { by: 'refunds', first: 'refunds_waiting' },
  async find({ db, locale, actor }, { refunds }, window) {
    const { rows, next } = await listRefunds(db, { isOpen: refunds !== 'all' }, window);
    const persons = await findPersons(
      db,
      rows.flatMap(({ askedBy }) => askedBy ?? []),
    );
    const withNames: Row[] = [];
    for (const row of rows) {
      const person = row.askedBy === null ? undefined : persons.get(row.askedBy);
      const gift = await findGift(db, row.giftId);
      withNames.push({
        ...row,
        asker: person ? callName(person, locale) : null,
        isMine: row.askedBy === actor.personId,
        providerCharge: gift?.providerCharge ?? null,
        donor: gift?.donorId ? await findDonor(db, gift.donorId) : null,
        href: actor.roles.has('treasurer') ? givingPaths.gift({ id: row.giftId }) : null,
      });
    }
    return { rows: withNames, next };
  },
  about: (rows) => ({ subjectIds: rows.flatMap(({ donor }) => donor?.personId ?? []) }),
  columns: [
    { key: 'donor', head: 'gift_donor', rowHead: true, cell: (row) => <OfWhom {...row} /> },
    {
      key: 'amount',
      head: 'gift_amount',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
    },
    {
      key: 'reason',
      head: 'refund_reason',
      cell: ({ reason }) => reason && <OwnWords>{reason}</OwnWords>,
    },
    { key: 'asker', head: 'refund_asked_by', cell: ({ asker }) => asker && <PersonName>{asker}</PersonName> },
    {
      key: 'day',
      head: 'refund_asked_on',
      needsHead: true,
      cell: ({ askedAt }, locale) => formatsIn(locale).day(askedAt),
    },
    {
      key: 'state',
      head: 'gift_state',
      cell: ({ state }, locale) => givingStaffMessages.in(locale)(`refund_is_${state}`),
    },
    { key: 'act', head: 'refund_act', atEnd: true, cell: (row) => <RefundActs row={row} /> },
  ],
  keyOf: ({ id }) => `refund-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'refunds_title',
  lead: 'refunds_lead',
  empty: 'refunds_empty',
  emptyText: 'refunds_empty_text',
});

function OfWhom({ donor, href }: Pick<Row, 'donor' | 'href'>): VNode {
  const t = useWords(givingStaffMessages);
  const who = donor?.name ? <PersonName>{donor.name}</PersonName> : t('gift_of_nobody');
  return <>{href ? <Link href={href}>{who}</Link> : who}</>;
}

/** What can be done with one: who asked for it does not approve it. */
function RefundActs({ row }: { readonly row: Row }): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  const { id, state, amount, isMine, providerCharge } = row;
  return (
    <Actions>
      {state === 'approved' && providerCharge === null && (
        <ActionForm
          action={givingPaths.refundPayment({ id })}
          confirm={t('refund_pay_text', { amount: yen(amount) })}
          fields={<TextField name="paidOn" type="date" label={t('refund_paid_on')} />}
        >
          {t('refund_pay')}
        </ActionForm>
      )}
      {state === 'asked' && !isMine && (
        <ActionForm
          action={givingPaths.refundApproval({ id })}
          confirm={t('refund_approve_text', { amount: yen(amount) })}
        >
          {t('refund_approve')}
        </ActionForm>
      )}
      {mayBeRefused(state, row) && (
        <ActionForm action={givingPaths.refundRefusal({ id })}>
          {t(state === 'asked' && !isMine ? 'refund_refuse' : 'refund_withdraw')}
        </ActionForm>
      )}
    </Actions>
  );
}
