import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, line, pick, unseen } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link, PersonName } from '../../../ui/index.ts';
import { type Donor, findDonor } from '../donors/store.ts';
import { anyOf, fiscalYear, fundOptions, searched } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { CHANNELS, FUNDS } from '../types.ts';
import { givingStaffMessages } from '../words.ts';
import { listGifts } from './store/lists.ts';

/** All that was given, for the treasurer, and as a file: the table of donations of a fiscal year. */
export const giftsRoutes = listRoutes({
  path: givingPaths.gifts,
  access: ['treasurer'],
  audit: 'giving.gifts.viewed',
  filters: defineForm(givingStaffMessages, [
    line('fiscalYear', fiscalYear, { inputmode: 'numeric' }),
    pick('channel', anyOf(CHANNELS), {
      orAll: true,
      options: (locale) =>
        CHANNELS.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`channel_${value}`) })),
    }),
    pick('fund', anyOf(FUNDS), { orAll: true, options: fundOptions }),
    line('campaign', searched, { label: 'gift_campaign' }),
    line('donor', searched, { label: 'gift_donor', type: 'search' }),
    unseen('donorId', z.uuid().optional().catch(undefined)),
  ]),
  async find({ db }, filters, window) {
    const donor = filters.donorId ? await findDonor(db, filters.donorId) : null;
    return { ...(await listGifts(db, filters, window)), notice: donor ? <OfOne donor={donor} /> : undefined };
  },
  about: (rows) => ({ subjectIds: rows.flatMap(({ donorPersonId }) => donorPersonId ?? []) }),
  columns: [
    {
      key: 'donor',
      head: 'gift_donor',
      rowHead: true,
      cell: ({ id, donorName }, locale) => (
        <Link href={givingPaths.gift({ id })}>
          {donorName ? (
            <PersonName>{donorName}</PersonName>
          ) : (
            givingStaffMessages.in(locale)('gift_of_nobody')
          )}
        </Link>
      ),
      text: ({ donorName }) => donorName,
    },
    {
      key: 'day',
      head: 'gift_received_on',
      cell: ({ receivedOn }, locale) => formatsIn(locale).day(receivedOn),
      text: ({ receivedOn }) => receivedOn.toString(),
    },
    {
      key: 'amount',
      head: 'gift_amount',
      numeric: true,
      needsHead: true,
      cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
      text: ({ amount }) => amount,
    },
    {
      key: 'returned',
      head: 'gift_returned',
      numeric: true,
      needsHead: true,
      cell: ({ returned }, locale) => returned > 0 && formatsIn(locale).yen(returned),
      text: ({ returned }) => returned,
    },
    {
      key: 'channel',
      head: 'channel',
      cell: ({ channel }, locale) => givingStaffMessages.in(locale)(`channel_${channel}`),
      text: ({ channel }, locale) => givingStaffMessages.in(locale).plain(`channel_${channel}`),
    },
    {
      key: 'fund',
      head: 'fund',
      cell: ({ fund }, locale) => givingStaffMessages.in(locale)(`fund_${fund}`),
      text: ({ fund }, locale) => givingStaffMessages.in(locale).plain(`fund_${fund}`),
    },
    {
      key: 'campaign',
      head: 'gift_campaign',
      cell: ({ campaign }) => campaign,
      text: ({ campaign }) => campaign,
    },
  ],
  keyOf: ({ id }) => `gift-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'gifts_title',
  lead: 'gifts_lead',
  search: 'ledger_search',
  empty: 'gifts_empty',
  emptyText: 'gifts_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
  ways: [{ href: givingPaths.newGift(), label: 'gift_enter' }],
  exported: {
    path: givingPaths.giftsExport,
    audit: 'giving.gifts.exported',
    whose: ({ donorPersonId }) => (donorPersonId ? [donorPersonId] : []),
  },
});

function OfOne({ donor }: { readonly donor: Donor }): VNode {
  const t = useWords(givingStaffMessages);
  const name = (
    <Link href={givingPaths.donor(donor)}>
      <PersonName>{donor.name}</PersonName>
    </Link>
  );
  return (
    <p>
      {t('gifts_of_one', { name })} <Link href={givingPaths.gifts()}>{t('gifts_of_all')}</Link>
    </p>
  );
}
