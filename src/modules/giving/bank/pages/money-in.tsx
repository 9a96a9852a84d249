import type { VNode } from 'preact';
import { stripFurigana } from '../../../../japanese/furigana.ts';
import { payerNumber } from '../../../../japanese/payer-name.ts';
import { LOCALES, localeFacts } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  FieldRow,
  FileField,
  Form,
  Heading,
  PersonName,
  Select,
  TextArea,
  TextField,
  WorkList,
  WorkRow,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { INCOME_ACCOUNTS } from '../explain/other.ts';
import { PLATFORMS } from '../explain/split.ts';
import { FundField } from './line-parts.tsx';
import type { LineProps } from './line-props.ts';
import { actOf, SuggestedWords } from './suggestion.tsx';

/** Money in that nobody has explained: suggestions first, then each other thing that it can be behind a press. */
export function MoneyInPart(props: LineProps): VNode {
  return (
    <>
      <Suggestions {...props} />
      <PledgePart {...props} />
      <DonorPart {...props} />
      <NewDonorPart {...props} />
      <SplitPart {...props} />
      <IncomePart {...props} />
    </>
  );
}

const hiddenOf = ({ line }: LineProps) => ({ version: String(line.version) });
const isBack = (form: LineProps['form'], ...fields: readonly string[]) =>
  fields.some((field) => form.refusalOf(field) !== undefined);

function Suggestions({ line, suggestions }: LineProps): VNode | null {
  const t = useWords(givingStaffMessages);
  if (suggestions.length === 0) return <p>{t('bank_no_suggestions')}</p>;
  return (
    <section class="stack">
      <Heading level={2}>{t('bank_suggestions')}</Heading>
      <WorkList label={t.plain('bank_suggestions')}>
        {suggestions.map((suggestion) => {
          const { action, hidden } = actOf(line, suggestion);
          return (
            <WorkRow
              id={`suggestion-${suggestion.pledge?.id ?? suggestion.donorId}`}
              inFull
              title={<SuggestedWords {...suggestion} />}
              act={
                <ActionForm action={action} hidden={hidden}>
                  {t('bank_book_this')}
                </ActionForm>
              }
            />
          );
        })}
      </WorkList>
    </section>
  );
}

function PledgePart(props: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { line, form } = props;
  return (
    <Disclosure summary={t('bank_another_pledge')} open={isBack(form, 'pledgeNumber')} id="pledge">
      <Form action={givingPaths.bankPledge({ id: line.id })} hidden={hiddenOf(props)}>
        <TextField
          {...form.field('pledgeNumber')}
          label={t('bank_pledge_number')}
          inputmode="numeric"
          width="short"
          autocomplete="off"
        />
        <Button>{t('bank_book_this')}</Button>
      </Form>
    </Disclosure>
  );
}

function DonorPart({ line, looked }: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { id } = line;
  return (
    <Disclosure summary={t('bank_another_donor')} open={looked !== null} id="donor">
      <Form action={givingPaths.bankLine({ id })} method="get">
        <FieldRow>
          <TextField
            name="q"
            value={looked?.for}
            type="search"
            label={t('bank_look_for_donor')}
            autocomplete="off"
          />
          <Button>{t('bank_look')}</Button>
        </FieldRow>
      </Form>
      {looked && looked.found.length === 0 && <p>{t('bank_nobody_found')}</p>}
      {looked && looked.found.length > 0 && (
        <WorkList label={t.plain('bank_another_donor')}>
          {looked.found.map(({ id: donorId, name, kana }) => (
            <WorkRow
              id={`donor-${donorId}`}
              title={<PersonName>{name}</PersonName>}
              facts={kana}
              act={
                <ActionForm
                  action={givingPaths.bankDonor({ id })}
                  hidden={{ version: String(line.version), donorId, fund: 'general' }}
                >
                  {t('bank_book_this')}
                </ActionForm>
              }
            />
          ))}
        </WorkList>
      )}
    </Disclosure>
  );
}

function NewDonorPart(props: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { line, form } = props;
  const kana = form.value('kana') || (payerNumber(line.payer)?.name ?? line.payer);
  return (
    <Disclosure summary={t('bank_new_donor')} open={isBack(form, 'donorName', 'kana')} id="new-donor">
      <Form action={givingPaths.bankNewDonor({ id: line.id })} hidden={hiddenOf(props)}>
        <TextField {...form.field('donorName')} label={t('bank_donor_name')} autocomplete="off" />
        <TextField
          {...form.field('kana')}
          value={kana}
          label={t('bank_donor_kana')}
          optional
          autocomplete="off"
        />
        <Select
          name="kind"
          value={form.value('kind') || 'person'}
          label={t('bank_donor_kind')}
          always
          options={(['person', 'organization'] as const).map((value) => ({
            value,
            label: t.plain(`bank_donor_${value}`),
          }))}
        />
        <Select
          name="locale"
          value={form.value('locale') || 'ja'}
          label={t('bank_donor_locale')}
          always
          options={LOCALES.map((value) => ({ value, label: stripFurigana(localeFacts[value].name) }))}
        />
        <FundField fund={form.value('fund')} />
        <Button>{t('bank_book_this')}</Button>
      </Form>
    </Disclosure>
  );
}

function SplitPart(props: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { line, form } = props;
  const isOpen = isBack(form, 'parts', 'channel', 'fee');
  return (
    <Disclosure summary={t('bank_split')} open={isOpen} id="split">
      <Form action={givingPaths.bankParts({ id: line.id })} hidden={hiddenOf(props)} files>
        <TextArea
          {...form.field('parts')}
          label={t('bank_parts')}
          hint={t('bank_parts_hint')}
          rows={6}
          optional
        />
        <FileField
          name="file"
          label={t('bank_parts_file')}
          hint={t('bank_parts_file_hint')}
          accept=".csv,.txt,text/csv"
          megabytes={0.5}
          optional
        />
        <Select
          {...form.field('channel')}
          label={t('bank_platform')}
          options={PLATFORMS.map((value) => ({ value, label: t.plain(`bank_platform_${value}`) }))}
        />
        <TextField
          {...form.field('fee')}
          label={t('bank_platform_fee')}
          hint={t('bank_platform_fee_hint')}
          inputmode="numeric"
          width="short"
          optional
        />
        <FundField name="partsFund" fund={form.value('partsFund')} />
        <Actions>
          <Button>{t('bank_split_book')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function IncomePart(props: LineProps): VNode {
  const t = useWords(givingStaffMessages);
  const { line, form } = props;
  return (
    <Disclosure summary={t('bank_no_gift')} open={isBack(form, 'account')} id="income">
      <Form action={givingPaths.bankIncome({ id: line.id })} hidden={hiddenOf(props)}>
        <Select
          {...form.field('account')}
          label={t('bank_what_it_is')}
          options={INCOME_ACCOUNTS.map((value) => ({ value, label: t.plain(`bank_income_${value}`) }))}
        />
        <FundField name="incomeFund" fund={form.value('incomeFund')} />
        <Button>{t('bank_book_this')}</Button>
      </Form>
    </Disclosure>
  );
}
