import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  EmptyState,
  FieldRow,
  Form,
  Heading,
  PersonName,
  Select,
  WorkList,
  WorkRow,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { FUNDS } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { EXPENSE_ACCOUNTS } from '../explain/other.ts';
import type { LineProps } from './line-props.ts';

/** Perhaps it is here already: somebody says. */
export function DoubtPart({ line }: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const [action, version] = [givingPaths.bankDoubt({ id: line.id }), String(line.version)];
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_doubt_title')}</Heading>
      <p>{t('bank_doubt_text')}</p>
      <Actions>
        <ActionForm action={action} hidden={{ version, isNew: 'yes' }}>
          {t('bank_doubt_new')}
        </ActionForm>
        <ActionForm action={action} hidden={{ version, isNew: 'no' }}>
          {t('bank_doubt_same')}
        </ActionForm>
      </Actions>
    </section>
  );
}

/** Money out: what it was spent on, or that it is in the books already. */
export function OutPart({ line, form }: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { id } = line;
  const version = String(line.version);
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_expense_title')}</Heading>
      <Form action={givingPaths.bankExpense({ id })} hidden={{ version }}>
        <FieldRow>
          <Select
            {...form.field('account')}
            label={t('account')}
            options={EXPENSE_ACCOUNTS.map((value) => ({ value, label: t.plain(`account_${value}`) }))}
          />
          <FundField fund={form.value('fund')} />
        </FieldRow>
        <Actions>
          <Button kind="main">{t('bank_expense_book')}</Button>
        </Actions>
      </Form>
      <ActionForm
        action={givingPaths.bankElsewhere({ id })}
        hidden={{ version }}
        confirm={t('bank_elsewhere_confirm')}
      >
        {t('bank_elsewhere')}
      </ActionForm>
    </section>
  );
}

/** What money may be spent on; nobody having said, it is general. */
export function FundField({ fund, name = 'fund' }: { readonly fund: string; readonly name?: string }): VNode {
  const t = useWords(givingStaffMessages);
  const options = FUNDS.map((value) => ({ value, label: t.plain(`fund_${value}`) }));
  return <Select name={name} value={fund || 'general'} label={t('fund')} always options={options} />;
}

/** A canceled line: which earlier one it takes back. */
export function CancelPart({ line, cancelable }: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  const version = String(line.version);
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_cancel_title')}</Heading>
      {cancelable.length === 0 ? (
        <EmptyState level={3} title={t('bank_cancel_none')}>
          {t('bank_cancel_none_text')}
        </EmptyState>
      ) : (
        <WorkList label={t.plain('bank_cancel_title')}>
          {cancelable.map((one) => (
            <WorkRow
              id={`canceled-${one.id}`}
              when={day(one.day)}
              title={
                <>
                  <PersonName>{one.payer}</PersonName> {yen(one.amount)}
                </>
              }
              facts={t(`bank_state_${one.state}`)}
              act={
                <ActionForm
                  action={givingPaths.bankCancellation({ id: line.id })}
                  hidden={{ version, canceledId: one.id }}
                >
                  {t('bank_cancel_this')}
                </ActionForm>
              }
            />
          ))}
        </WorkList>
      )}
    </section>
  );
}
