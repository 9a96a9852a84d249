import type { ComponentChildren, VNode } from 'preact';
import { readFurigana } from '../../../../japanese/furigana.ts';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  DataTable,
  Form,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
  Radios,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import type { Brought } from '../store/merges.ts';
import type { Donor } from '../store.ts';
import { fieldsToChoose, type MergedField, SIDES, type Side, type Two } from './rules.ts';

interface BesideProps {
  readonly two: Two;
  readonly form: FormState;
  readonly brought: Readonly<Record<Side, Brought>>;
  /** Somebody has said that they are not the same. */
  readonly differ: boolean;
}

/** Two donors beside each other, field by field, with what becomes of them. */
export function BesidePage(props: BesideProps): VNode {
  const t = useWords(givingStaffMessages);
  const { two, form, differ } = props;
  const [one, other] = SIDES.map((side) => <Called {...{ two, side }} />);
  const ids = { id: two.standing.id, otherId: two.merged.id };
  return (
    <>
      <PageHead
        title={t('donors_beside_title')}
        lead={t('donors_beside_lead', { one, other })}
        back={{ href: givingPaths.donorsAlike(), label: t('donors_alike_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <WhatTheyGave {...props} />
      {differ ? <Notice tone="notice">{t('donors_differ_text')}</Notice> : <MergeForm {...props} />}
      <Heading level={2}>{t('donors_otherwise')}</Heading>
      <Actions>
        {!differ && <ActionForm action={givingPaths.donorsDiffer(ids)}>{t('donors_are_not_one')}</ActionForm>}
        <ActionForm action={givingPaths.donorsHousehold(ids)} confirm={t('donors_household_text', { one })}>
          {t('donors_are_household')}
        </ActionForm>
      </Actions>
    </>
  );
}

function WhatTheyGave({ two, brought }: BesideProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, count } = useFormats();
  return (
    <DataTable
      caption={t('donors_brought')}
      dense
      rows={SIDES.map((side) => ({ side, donor: two[side], ...brought[side] }))}
      rowKey={({ donor }) => `donor-${donor.id}`}
      columns={[
        {
          key: 'name',
          head: t('donor_name'),
          rowHead: true,
          cell: ({ side, donor }) => (
            <>
              <Link href={givingPaths.donor(donor)}>
                <Called {...{ two, side }} />
              </Link>
              {donor.email && <p>{donor.email}</p>}
              {donor.address && (
                <p>
                  <OwnWords>{donor.address}</OwnWords>
                </p>
              )}
              {donor.personId && <p>{t('donor_has_account')}</p>}
            </>
          ),
        },
        { key: 'gifts', head: t('donors_gifts'), numeric: true, cell: ({ gifts }) => count(gifts) },
        { key: 'total', head: t('donor_given'), numeric: true, cell: ({ total }) => yen(total) },
        {
          key: 'promises',
          head: t('donors_promises'),
          numeric: true,
          cell: ({ promises }) => count(promises),
        },
      ]}
    />
  );
}

function MergeForm({ two, form }: BesideProps): VNode {
  const t = useWords(givingStaffMessages);
  const { standing, merged } = two;
  const [one, other] = SIDES.map((side) => <Called {...{ two, side }} />);
  return (
    <>
      <Heading level={2}>{t('donors_merge_title')}</Heading>
      <p>{t('donors_merge_text', { one, other })}</p>
      <Form
        action={givingPaths.donorsBeside({ id: standing.id, otherId: merged.id })}
        label={t.plain('donors_merge_title')}
        hidden={{
          standing: form.value('standing') || String(standing.version),
          merged: form.value('merged') || String(merged.version),
        }}
        beside
      >
        {fieldsToChoose(two).map((field) => (
          <Radios
            {...form.field(field)}
            label={t(LABELS[field])}
            value={form.field(field).value || 'standing'}
            choices={SIDES.map((side) => ({ value: side, label: <Said field={field} donor={two[side]} /> }))}
          />
        ))}
        <p>{t('donors_merge_after', { one, other })}</p>
        <Actions>
          <Button kind="main">{t('donors_merge')}</Button>
        </Actions>
      </Form>
    </>
  );
}

const LABELS = {
  name: 'donor_name',
  kana: 'donor_kana',
  kind: 'donor_kind',
  email: 'donor_email',
  address: 'donor_address',
  locale: 'donor_locale',
  receiptWish: 'donor_receipt_wish',
  receiptByPost: 'donor_receipt_by_post',
  receiptName: 'donor_receipt_name',
  wantsLetters: 'donor_wants_letters',
} as const satisfies Record<MergedField, string>;

/** The name of one of them; where both have the same, with their place. */
function Called({ two, side }: Pick<BesideProps, 'two'> & { readonly side: Side }): VNode {
  const t = useWords(givingStaffMessages);
  const name = <PersonName>{two[side].name}</PersonName>;
  if (two.standing.name !== two.merged.name) return name;
  return <>{t('donors_called_alike', { name, place: SIDES.indexOf(side) + 1 })}</>;
}

/** What a field of one of them says. */
function Said({ field, donor }: { readonly field: MergedField; readonly donor: Donor }): VNode {
  const t = useWords(givingStaffMessages);
  const said: Record<MergedField, () => ComponentChildren> = {
    name: () => <PersonName>{donor.name}</PersonName>,
    kana: () => donor.kana && <PersonName>{donor.kana}</PersonName>,
    kind: () => t(`donor_is_${donor.kind}`),
    email: () => donor.email,
    address: () => donor.address && <OwnWords>{donor.address}</OwnWords>,
    locale: () => readFurigana(localeFacts[donor.locale].name),
    receiptWish: () => t(`donor_receipt_${donor.receiptWish}`),
    receiptByPost: () => t(donor.receiptByPost ? 'donor_yes' : 'donor_no'),
    receiptName: () => donor.receiptName && <PersonName>{donor.receiptName}</PersonName>,
    wantsLetters: () => t(donor.wantsLetters ? 'donor_yes' : 'donor_no'),
  };
  return <>{said[field]()}</>;
}
