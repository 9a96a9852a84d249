import { z } from 'zod';
import { defineForm, FilledIn, line, lines, pick } from '../../../../kits/forms/index.ts';
import { listRoutes } from '../../../../kits/lists/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { text } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { Link, PageHead, PersonName, SummaryList } from '../../../../ui/index.ts';
import { type Donor, findDonor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import type { ReceiptWish } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { fitsPaper, issueReceipt } from '../issue.ts';
import { giveWhatWaited } from '../listeners.ts';
import { findGiftWaiting, listGiftsWaiting } from '../store/gifts.ts';
import { setReceiptName } from '../store/names.ts';
import type { ReceiptGift } from '../types.ts';

const WISHES = ['yearly', 'none'] as const;

/** Gifts that have no receipt, by what their donors wish for. */
export const waitingListRoutes = listRoutes({
  path: givingPaths.receiptsWaiting,
  access: ['treasurer'],
  audit: 'giving.receipts.waiting_viewed',
  filters: defineForm(givingStaffMessages, [
    pick(
      'wish',
      z.preprocess((sent) => sent || undefined, z.enum(WISHES).optional().catch(undefined)),
      {
        label: 'receipt_wish',
        options: (locale) =>
          WISHES.map((value) => ({
            value,
            label: givingStaffMessages.in(locale).plain(`receipt_wish_${value}`),
          })),
      },
    ),
  ]),
  tabs: { by: 'wish', first: 'receipt_wish_each' },
  find: ({ db }, { wish = 'each' }: { wish?: ReceiptWish | undefined }, window) =>
    listGiftsWaiting(db, wish, window),
  columns: [
    {
      key: 'name',
      head: 'receipt_donor',
      rowHead: true,
      cell: ({ id, name }) => (
        <Link href={givingPaths.receiptWaiting({ giftId: id })}>
          <PersonName>{name}</PersonName>
        </Link>
      ),
    },
    {
      key: 'day',
      head: 'receipt_received_on',
      cell: ({ receivedOn }, locale) => formatsIn(locale).day(receivedOn),
    },
    {
      key: 'amount',
      head: 'receipt_amount',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
    },
  ],
  keyOf: ({ id }) => `gift-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'receipts_waiting_title',
  lead: 'receipts_waiting_lead',
  empty: 'receipts_waiting_empty',
  emptyText: 'receipts_waiting_empty_text',
  back: { href: givingPaths.receipts(), label: 'receipts_title' },
});

const issueForm = defineForm(
  givingStaffMessages,
  [
    line('name', text(200), { hint: 'receipt_issue_name_hint', maxLength: 200, autocomplete: 'off' }),
    lines('address', text(300), { hint: 'receipt_issue_address_hint', rows: 2, maxLength: 300 }),
  ],
  { label: (name) => (name === 'name' ? 'receipt_issue_name' : 'receipt_paper_address') },
);

/** One gift without a receipt: under which name it is to have one. */
export const issueRoutes = ({ publicUrl }: GivingServices): readonly Route[] => [
  get({
    path: givingPaths.receiptWaiting,
    access: ['treasurer'],
    audit: 'giving.receipts.waiting_viewed',
    async handle(call) {
      const found = await find(call.db, call.params.giftId);
      if (!found) return missing();
      await call.audit({ subjectIds: found.donor.personId ? [found.donor.personId] : [] });
      const { receiptName, address } = found.donor;
      return show(call, found, issueForm.begin({ name: receiptName ?? '', address: address ?? '' }));
    },
  }),
  post({
    path: givingPaths.receiptWaiting,
    access: ['treasurer'],
    audit: 'giving.receipt.issued',
    form: issueForm.schema,
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const found = await find(db, params.giftId);
      if (!found) return missing();
      await setReceiptName(db, found.donor.id, fields);
      const donor = await findDonor(db, found.donor.id);
      if (!donor) return missing();
      const issued = await issueReceipt(db, publicUrl, {
        ...{ donor, gifts: [found.gift], calendarYear: null, by: actor.personId, now },
      });
      if (!issued.ok) return refusedBy(issued.refusal);
      await giveWhatWaited(db, publicUrl, { donorId: donor.id, now });
      const id = issued.value;
      await audit({
        subjectIds: donor.personId ? [donor.personId] : [],
        object: { kind: 'giving.receipt', id },
      });
      const flash = {
        tone: 'done',
        text: givingStaffMessages.in(locale).noted('receipt_is_issued_now'),
      } as const;
      return redirect(givingPaths.receipt({ id }), flash);
    },
    async again(call, form) {
      const found = await find(call.db, call.params.giftId);
      return found ? show(call, found, form) : missing();
    },
  }),
];

/** What paper cannot write of a donor's name and address: nothing, or one line of letters. */
function lettersMissing({ receiptName, name, address }: Donor): string[] {
  const fits = fitsPaper({ name: receiptName ?? name, address: address ?? '' });
  return fits.ok ? [] : [String(fits.refusal.params?.['characters'] ?? '')];
}

interface Found {
  readonly gift: ReceiptGift;
  readonly donor: Donor;
}

async function find(db: Database, giftId: string): Promise<Found | null> {
  const gift = await findGiftWaiting(db, giftId);
  const donor = gift && (await findDonor(db, gift.donorId));
  return gift && donor ? { gift, donor } : null;
}

function show({ locale }: Pick<Call, 'locale'>, { gift, donor }: Found, form: FormState): Reply {
  const t = givingStaffMessages.in(locale);
  const formats = formatsIn(locale);
  return page(
    t.plain('receipt_issue_title'),
    <>
      <PageHead
        title={t('receipt_issue_title')}
        back={{ href: givingPaths.receiptsWaiting(), label: t('receipts_waiting_title') }}
      />
      <SummaryList
        rows={[
          { label: t('receipt_donor'), value: <PersonName>{donor.name}</PersonName> },
          { label: t('receipt_amount'), value: formats.yen(gift.amount) },
          { label: t('receipt_given_on'), value: formats.day(gift.givenOn) },
          { label: t('receipt_received_on'), value: formats.day(gift.receivedOn) },
          ...lettersMissing(donor).map((value) => ({ label: t('receipt_letters_missing'), value })),
        ]}
      />
      <FilledIn
        of={issueForm}
        form={form}
        action={givingPaths.receiptWaiting({ giftId: gift.id })}
        button={t('receipt_issue_go')}
      />
    </>,
  );
}
