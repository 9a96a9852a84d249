import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  EmptyState,
  Heading,
  Link,
  PageHead,
  PersonName,
  SummaryList,
} from '../../../../ui/index.ts';
import type { Donor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { ReceiptChip } from '../chip.tsx';
import { mayDownload, numberOf } from '../rules.ts';
import type { Receipt } from '../types.ts';

/** All receipts of whoever is signed in, and the names that they are written under. */
export function OwnReceiptsPage(props: {
  readonly donors: readonly Donor[];
  readonly receipts: readonly Receipt[];
}): VNode {
  const t = useWords(givingMessages);
  const { donors, receipts } = props;
  return (
    <>
      <PageHead title={t('receipts_own_title')} lead={t('receipts_own_lead')} />
      {receipts.length === 0 && (
        <EmptyState title={t('receipts_own_none')}>{t('receipts_own_none_text')}</EmptyState>
      )}
      {receipts.map((receipt) => (
        <OwnReceipt receipt={receipt} />
      ))}
      {donors.length > 0 && (
        <>
          <Heading level={2}>{t('receipt_names')}</Heading>
          <p>{t('receipt_names_what')}</p>
          <ul>
            {donors.map(({ id, name, receiptName }) => (
              <li>
                <PersonName>{receiptName ?? name}</PersonName>{' '}
                <Link href={givingPaths.ownReceiptName({ donorId: id })}>{t('receipt_name_change')}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href={givingPaths.checkReceipt()}>{t('receipt_check_title')}</Link>
      </p>
    </>
  );
}

function OwnReceipt({ receipt }: { readonly receipt: Receipt }): VNode {
  const t = useWords(givingMessages);
  const formats = useFormats();
  const { id, state, kind, calendarYear, words } = receipt;
  const file = givingPaths.ownReceiptFile({ id });
  return (
    <Card title={numberOf(receipt)} level={2}>
      <p>
        <ReceiptChip state={state} />
      </p>
      <SummaryList
        rows={[
          { label: t('receipt_amount'), value: formats.yen(receipt.amount) },
          {
            label: t('receipt_for'),
            value:
              kind === 'yearly'
                ? t('receipt_for_year', { year: String(calendarYear) })
                : t('receipt_for_one'),
          },
          { label: t('receipt_issued_on'), value: formats.day(receipt.issuedAt) },
        ]}
      />
      {words && state !== 'void' && (
        <>
          {!mayDownload(receipt) && <p>{t('receipt_was_posted')}</p>}
          <Actions>
            {mayDownload(receipt) && (
              <>
                <Button kind="main" href={file}>
                  {t('receipt_open_ja')}
                </Button>
                <Button href={`${file}?language=en`}>{t('receipt_open_en')}</Button>
              </>
            )}
            {state === 'issued' && (
              <ActionForm action={givingPaths.ownReceiptReissue({ id })} confirm={t('receipt_reissue_what')}>
                {t('receipt_reissue')}
              </ActionForm>
            )}
          </Actions>
        </>
      )}
    </Card>
  );
}

/** Under which name and address receipts are written from now on. */
export function NamePage(props: {
  readonly of: FormOf;
  readonly donor: Donor;
  readonly form: FormState;
}): VNode {
  const t = useWords(givingMessages);
  const { of, donor, form } = props;
  return (
    <>
      <PageHead
        title={t('receipt_name_title')}
        lead={t('receipt_name_lead', { name: <PersonName>{donor.name}</PersonName> })}
        back={{ href: givingPaths.ownReceipts(), label: t('receipts_own_title') }}
      />
      <FilledIn
        of={of}
        form={form}
        action={givingPaths.ownReceiptName({ donorId: donor.id })}
        button={t('receipt_name_keep')}
      />
    </>
  );
}
