import type { VNode } from 'preact';
import { defineForm, Fields, line } from '../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { text } from '../../../platform/web/form-fields.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Actions, Button, Form, Notice, PageHead } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';
import { numberOf } from './rules.ts';
import { findReceipt } from './store/receipts.ts';
import type { Receipt } from './types.ts';

/** What is read off a paper: in any case, with or without spaces; an amount with its commas and its sign, in full width too. */
const squeezed = text(80).transform((typed) =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s,¥円元日-]/g, '')
    .toUpperCase(),
);
const checkForm = defineForm(givingMessages, [
  line('code', squeezed, {
    label: 'receipt_check_code',
    hint: 'receipt_check_code_hint',
    autocomplete: 'off',
  }),
  line('amount', squeezed, {
    label: 'receipt_check_amount',
    hint: 'receipt_check_amount_hint',
    inputmode: 'numeric',
    width: 'short',
  }),
]);

type Found = 'valid' | 'void' | 'unknown';

/** Whether a receipt is ours, for whoever holds it: neither a name nor an amount is told that was not typed. */
export const checkRoutes: readonly Route[] = [
  get({
    path: givingPaths.checkReceipt,
    access: 'everyone',
    audit: null,
    query: checkForm.schema,
    // Nobody finds one by trying: 80 bits, the amount, and so many looks.
    limit: { by: 'address', tries: 30, minutes: 10 },
    async handle({ db, fields, locale }) {
      const { code, amount } = fields;
      const isAsked = code !== '' && amount !== '';
      const receipt = isAsked ? await findReceipt(db, { code }) : null;
      const known = receipt && String(receipt.amount) === amount ? receipt : null;
      const title = givingMessages.in(locale).plain('receipt_check_title');
      return page(title, <CheckPage fields={fields} receipt={known} isAsked={isAsked} />);
    },
  }),
];

function CheckPage(props: {
  readonly fields: { readonly code: string; readonly amount: string };
  readonly receipt: Receipt | null;
  readonly isAsked: boolean;
}): VNode {
  const t = useWords(givingMessages);
  const { fields, receipt, isAsked } = props;
  return (
    <>
      <PageHead title={t('receipt_check_title')} lead={t('receipt_check_lead')} />
      {isAsked && <Answer receipt={receipt} />}
      <Form method="get" action={givingPaths.checkReceipt()}>
        <Fields of={checkForm} form={checkForm.begin(fields)} quiet />
        <Actions>
          <Button kind="main">{t('receipt_check_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Answer({ receipt }: { readonly receipt: Receipt | null }): VNode {
  const t = useWords(givingMessages);
  const { day } = useFormats();
  const found: Found = receipt === null ? 'unknown' : receipt.state === 'void' ? 'void' : 'valid';
  return (
    <Notice tone={found === 'valid' ? 'good' : 'notice'} role="status" title={t(`receipt_check_${found}`)}>
      {receipt ? (
        <p>
          {t('receipt_check_is', {
            number: numberOf(receipt),
            day: day(receipt.issuedAt),
          })}
        </p>
      ) : (
        <p>{t('receipt_check_unknown_text')}</p>
      )}
    </Notice>
  );
}
