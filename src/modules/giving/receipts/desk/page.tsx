import type { VNode } from 'preact';
import { defineForm, FilledIn, lines } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { requiredText } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Heading,
  OwnWords,
  PageHead,
  PersonName,
  SummaryList,
  type SummaryRow,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { ReceiptChip } from '../chip.tsx';
import { numberOf } from '../rules.ts';
import type { Receipt } from '../types.ts';

export const voidForm = defineForm(givingStaffMessages, [
  lines('reason', requiredText(500, 'receipt_say_why'), {
    label: 'receipt_void_reason',
    hint: 'receipt_void_reason_hint',
    rows: 2,
    maxLength: 500,
  }),
]);

interface Props {
  readonly receipt: Receipt;
  readonly donorName: string;
  readonly form: FormState;
}

/** One receipt for the treasurer: what it says, and what can be done with it. */
export function ReceiptPage({ receipt, donorName, form }: Props): VNode {
  const t = useWords(givingStaffMessages);
  const { id, state, words } = receipt;
  return (
    <>
      <PageHead
        title={t('receipt_title', { number: numberOf(receipt) })}
        back={{ href: givingPaths.receipts(), label: t('receipts_title') }}
        aside={<ReceiptChip state={state} />}
      />
      <SummaryList rows={useRows(receipt, donorName)} />
      {words && state !== 'void' && (
        <Actions>
          <Button kind="main" href={givingPaths.receiptFile({ id })}>
            {t('receipt_open_ja')}
          </Button>
          <Button href={`${givingPaths.receiptFile({ id })}?language=en`}>{t('receipt_open_en')}</Button>
          <ActionForm action={givingPaths.receiptReissue({ id })} confirm={t('receipt_reissue_what')}>
            {t('receipt_reissue')}
          </ActionForm>
        </Actions>
      )}
      {state !== 'void' && (
        <>
          <Heading level={2}>{t('receipt_void_title')}</Heading>
          <p>{t('receipt_void_what')}</p>
          <FilledIn
            of={voidForm}
            form={form}
            action={givingPaths.receiptVoid({ id })}
            button={t('receipt_void_go')}
          />
        </>
      )}
    </>
  );
}

function useRows(receipt: Receipt, donorName: string): SummaryRow[] {
  const t = useWords(givingStaffMessages);
  const formats = useFormats();
  const { words, kind, calendarYear, issuedAt, isByPost, postedAt } = receipt;
  return [
    { label: t('receipt_donor'), value: <PersonName>{donorName}</PersonName> },
    ...(words ? [{ label: t('receipt_name_printed'), value: <PersonName>{words.name}</PersonName> }] : []),
    ...(words?.address
      ? [{ label: t('receipt_paper_address'), value: <OwnWords>{words.address}</OwnWords> }]
      : []),
    { label: t('receipt_amount'), value: formats.yen(receipt.amount) },
    {
      label: t('receipt_kind'),
      value:
        kind === 'yearly'
          ? t('receipt_kind_yearly_of', { year: String(calendarYear) })
          : t('receipt_kind_each'),
    },
    { label: t('receipt_gifts'), value: words ? formats.count(words.gifts.length) : t('receipt_forgotten') },
    { label: t('receipt_issued_on'), value: formats.dayTime(issuedAt) },
    {
      label: t('receipt_sent'),
      value: isByPost
        ? postedAt
          ? t('receipt_posted_on', { day: formats.day(postedAt) })
          : t('receipt_to_be_posted')
        : t('receipt_by_mail'),
    },
    ...(receipt.reissuedAt
      ? [
          {
            label: t('receipt_reissued_on'),
            value: t('receipt_reissued_times', {
              day: formats.day(receipt.reissuedAt),
              count: receipt.reissues,
            }),
          },
        ]
      : []),
    ...(receipt.voidedAt
      ? [
          { label: t('receipt_voided_on'), value: formats.dayTime(receipt.voidedAt) },
          {
            label: t('receipt_void_reason'),
            value: receipt.voidReason ? (
              <OwnWords>{receipt.voidReason}</OwnWords>
            ) : (
              t('receipt_void_gift_went_back')
            ),
          },
        ]
      : []),
  ];
}
