import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, FilledIn, formRoutes, line, pick, whole } from '../../../../kits/forms/index.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { choice, day, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
import { FormErrors, PageHead } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { fundOptions } from '../../filters.ts';
import { givingPaths } from '../../paths.ts';
import { ACCOUNTS, type Account, FUNDS, MOST_YEN } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { TakingBack, TransactionsTable } from '../booked.tsx';
import { type BookedTransaction, isByHand, listBooked } from '../store/booked.ts';
import { bookByHand, reverse } from './book-by-hand.ts';
import { accountsOf, HAND_KINDS } from './ways.ts';

const accountOptions = (accounts: readonly Account[]) => (locale: Locale) =>
  accounts.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`account_${value}`) }));

/** What is booked by hand beside gifts: expenses, other income, transfers, opening balances. */
const transactionForm = defineForm(givingStaffMessages, [
  pick('kind', choice(HAND_KINDS), {
    label: 'ledger_kind',
    options: (locale) =>
      HAND_KINDS.map((value) => ({
        value,
        label: givingStaffMessages.in(locale).plain(`transaction_${value}`),
      })),
  }),
  line('occurredOn', day, { label: 'ledger_day', type: 'date', width: 'short' }),
  whole('amount', [1, MOST_YEN], { label: 'gift_amount' }),
  pick('from', choice(ACCOUNTS), {
    label: 'booked_from',
    hint: 'booked_from_hint',
    options: accountOptions(accountsOf('from')),
  }),
  pick('to', choice(ACCOUNTS), { label: 'booked_to', options: accountOptions(accountsOf('to')) }),
  pick('fund', choice(FUNDS), { options: fundOptions }),
  line('memo', text(500), { maxLength: 500 }),
]);

/** Booking by hand, and one transaction with taking it back. */
export const handRoutes: readonly Route[] = [
  ...formRoutes({
    path: givingPaths.newTransaction,
    access: ['treasurer'],
    audit: 'giving.transaction.booked',
    of: transactionForm,
    begin: ({ now }) => ({
      kind: 'expense' as const,
      occurredOn: dayInJapan(now),
      fund: 'general' as const,
      from: 'bank' as const,
      to: 'program_costs' as const,
    }),
    show: ({ locale }, form) =>
      page(givingStaffMessages.in(locale).plain('transaction_book'), <BookPage form={form} />),
    async save({ db, fields, actor, now, locale, audit }) {
      const by = { personId: actor.personId, now };
      const booked = await bookByHand(db, fields, { source: `hand:${crypto.randomUUID()}`, by });
      if (!booked.ok) return refusedBy(booked.refusal);
      const id = booked.value ?? '';
      await audit({ object: { kind: 'giving.transaction', id } });
      const text = givingStaffMessages.in(locale).noted('transaction_was_booked');
      return redirect(givingPaths.transaction({ id }), { tone: 'done', text });
    },
  }),
  get({
    path: givingPaths.transaction,
    access: ['treasurer'],
    audit: 'giving.transaction.viewed',
    async handle(call) {
      const reply = await show(call, FormState.fresh());
      if (reply.kind === 'page')
        await call.audit({ object: { kind: 'giving.transaction', id: call.params.id } });
      return reply;
    },
  }),
  post({
    path: givingPaths.reversal,
    access: ['treasurer'],
    audit: 'giving.transaction.reversed',
    form: z.object({ reason: requiredText(500) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const by = { personId: actor.personId, now };
      const reversed = await reverse(db, params.id, { reason: fields.reason, by });
      if (!reversed.ok) return refusedBy(reversed.refusal);
      await audit({ object: { kind: 'giving.transaction', id: params.id } });
      const text = givingStaffMessages.in(locale).noted('transaction_was_reversed');
      return redirect(givingPaths.transaction(params), { tone: 'done', text });
    },
    again: show,
  }),
];

function BookPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('transaction_book')}
        lead={t('transaction_book_lead')}
        back={{ href: givingPaths.ledger(), label: t('ledger_title') }}
      />
      <FilledIn
        of={transactionForm}
        form={form}
        action={givingPaths.newTransaction()}
        button={t('transaction_book_button')}
        beside
      />
    </>
  );
}

type Showing = Pick<Call<{ readonly id: string }>, 'db' | 'params' | 'locale'>;

async function show({ db, params, locale }: Showing, form: FormState): Promise<Reply> {
  const booked = await listBooked(db, [params.id]);
  const one = booked.find(({ id }) => id === params.id);
  if (!one) return missing();
  const mayReverse = !one.isTakenBack && (await isByHand(db, params.id));
  const title = givingStaffMessages.in(locale).plain('transaction');
  return page(title, <TransactionPage {...{ one, booked, mayReverse, form }} />);
}

function TransactionPage(props: {
  readonly one: BookedTransaction;
  readonly booked: readonly BookedTransaction[];
  readonly mayReverse: boolean;
  readonly form: FormState;
}): VNode {
  const t = useWords(givingStaffMessages);
  const { one, booked, mayReverse, form } = props;
  return (
    <>
      <PageHead
        title={t(`transaction_${one.kind}`)}
        back={{ href: givingPaths.ledger(), label: t('ledger_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <TransactionsTable caption={t('gift_booked')} booked={booked} />
      {mayReverse && (
        <TakingBack
          id="reversal"
          action={givingPaths.reversal({ id: one.id })}
          text={t('transaction_reverse_text')}
          form={form}
          open={form.refusals.length > 0}
        />
      )}
    </>
  );
}
