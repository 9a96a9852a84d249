import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
} from '../../../platform/web/route.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  FormErrors,
  Link,
  PageHead,
  PersonName,
  SummaryList,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { titleOf } from '../campaigns/desk/views.tsx';
import { findCampaign } from '../campaigns/store/campaigns.ts';
import type { Campaign } from '../campaigns/types.ts';
import { type Donor, findDonor } from '../donors/store.ts';
import { TakingBack, TransactionsTable } from '../ledger/booked.tsx';
import { type BookedTransaction, listBooked } from '../ledger/store/booked.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { receiptBy } from './channels.ts';
import { correctGift } from './correct.ts';
import { findGift, listReturnsOf } from './store.ts';
import type { Gift } from './types.ts';

interface GiftProps {
  readonly gift: Gift;
  readonly donor: Donor | null;
  readonly campaign: Campaign | null;
  readonly booked: readonly BookedTransaction[];
  readonly form: FormState;
}

/** One gift: what was given, what is booked of it, and taking back what was entered wrongly. */
export const giftRoutes: readonly Route[] = [
  get({
    path: givingPaths.gift,
    access: ['treasurer'],
    audit: 'giving.gift.viewed',
    async handle(call) {
      const gift = await findGift(call.db, call.params.id);
      if (!gift) return missing();
      await call.audit(await aboutGift(call, gift));
      return giftPage(call, FormState.fresh());
    },
  }),
  post({
    path: givingPaths.giftCorrection,
    access: ['treasurer'],
    audit: 'giving.gift.corrected',
    form: z.object({ reason: requiredText(500) }),
    async handle(call) {
      const { id } = call.params;
      const by = { personId: call.actor.personId, now: call.now };
      const corrected = await correctGift(call.db, id, { reason: call.fields.reason, by });
      if (!corrected.ok) return refusedBy(corrected.refusal);
      await call.audit(await aboutGift(call, corrected.value));
      const text = givingStaffMessages.in(call.locale).noted('gift_was_corrected');
      return redirect(givingPaths.gift({ id }), { tone: 'done', text });
    },
    again: giftPage,
  }),
];

type GiftCall = Pick<Call<{ id: string }>, 'db' | 'params' | 'locale'>;

async function aboutGift({ db }: Pick<Call, 'db'>, { id, donorId }: Gift) {
  const donor = donorId ? await findDonor(db, donorId) : null;
  return { subjectIds: donor?.personId ? [donor.personId] : [], object: { kind: 'giving.gift', id } };
}

/** The page of a gift, with what was typed in its forms. */
export async function giftPage({ db, params, locale }: GiftCall, form: FormState): Promise<Reply> {
  const gift = await findGift(db, params.id);
  if (!gift) return missing();
  const donor = gift.donorId ? await findDonor(db, gift.donorId) : null;
  const campaign = gift.campaignId ? await findCampaign(db, { id: gift.campaignId }) : null;
  const booked = await listBooked(db, [gift.transactionId, ...(await listReturnsOf(db, gift.id))]);
  const title = givingStaffMessages.in(locale).plain('gift_title');
  return page(title, <GiftPage {...{ gift, donor, campaign, booked, form }} />);
}

function GiftPage(props: GiftProps): VNode {
  const t = useWords(givingStaffMessages);
  const { gift, donor, booked, form } = props;
  const isTheirs = donor?.name
    ? t('gift_of', {
        name: (
          <Link href={givingPaths.donor(donor)}>
            <PersonName>{donor.name}</PersonName>
          </Link>
        ),
      })
    : t('gift_of_nobody');
  return (
    <>
      <PageHead
        title={t('gift_title')}
        lead={isTheirs}
        back={{ href: givingPaths.gifts(), label: t('gifts_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <GiftFacts {...props} />
      <TransactionsTable caption={t('gift_booked')} booked={booked} />
      {gift.returned < gift.amount && <AskRefund {...{ gift, form }} />}
      {gift.providerCharge === null && gift.returned < gift.amount && (
        <TakingBack
          id="correction"
          action={givingPaths.giftCorrection({ id: gift.id })}
          text={t('gift_correct_text')}
          form={form}
          open={form.refusals.length > 0 && !form.values('amount').length}
        />
      )}
    </>
  );
}

function GiftFacts({ gift, campaign }: Pick<GiftProps, 'gift' | 'campaign'>): VNode {
  const t = useWords(givingStaffMessages);
  const locale = useLocale();
  const { yen, day } = useFormats();
  const rows = [
    { label: t('gift_amount'), value: yen(gift.amount) },
    ...(gift.returned > 0 ? [{ label: t('gift_returned'), value: yen(gift.returned) }] : []),
    { label: t('gift_state'), value: t(`gift_is_${gift.state}`) },
    { label: t('channel'), value: t(`channel_${gift.channel}`) },
    { label: t('fund'), value: t(`fund_${gift.fund}`) },
    ...(campaign ? [{ label: t('gift_campaign'), value: titleOf(campaign, locale) }] : []),
    { label: t('gift_given_on'), value: day(gift.givenOn) },
    { label: t('gift_received_on'), value: day(gift.receivedOn) },
    { label: t('gift_receipt'), value: t(`gift_receipt_by_${receiptBy(gift.channel)}`) },
    ...(gift.isAnonymous ? [{ label: t('gift_name'), value: t('gift_is_anonymous') }] : []),
  ];
  return <SummaryList rows={rows} />;
}

/** Asks for a refund; open while what was typed in it is to be mended. */
function AskRefund({ gift, form }: Pick<GiftProps, 'gift' | 'form'>): VNode {
  const t = useWords(givingStaffMessages);
  const isTyped = form.values('amount').length > 0;
  const amount = isTyped ? form.field('amount') : FormState.fresh().field('amount');
  return (
    <Disclosure id="refund" summary={t('refund_ask')} open={isTyped}>
      <p>{t('refund_ask_text')}</p>
      <Form action={givingPaths.giftRefund({ id: gift.id })} label={t.plain('refund_ask')}>
        <TextField
          {...amount}
          value={amount.value || String(gift.amount - gift.returned)}
          label={t('gift_amount')}
          inputmode="numeric"
          width="short"
        />
        <TextArea {...form.field('refundReason')} label={t('refund_reason')} rows={2} maxLength={500} />
        <Actions>
          <Button kind="main">{t('refund_ask_button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
