import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Checkboxes,
  EmptyState,
  Form,
  FormErrors,
  Heading,
  Link,
  OwnWords,
  PageHead,
  Select,
  StatusChip,
  TextField,
} from '../../../ui/index.ts';
import { TALKS_IN, talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { FIELDS } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { type Expert, type ExpertNow, hoursLeft, LICENSES } from './rules.ts';

/** What an expert is, and the number that it can be looked up by. */
export function Licensed({ license, licenseNumber }: Pick<Expert, 'license' | 'licenseNumber'>): VNode {
  const t = useWords(consultationMessages);
  return (
    <p>
      {t(`license_${license}`)}
      {licenseNumber !== '' && (
        <>
          {' · '}
          {t('license_number')} <OwnWords>{licenseNumber}</OwnWords>
        </>
      )}
    </p>
  );
}

/** Whom one can propose, with what is left of their hours; those who no longer advise stand at the end. */
export function ExpertsPage(props: {
  readonly experts: readonly ExpertNow[];
  readonly form: FormState;
}): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('experts')}
        lead={t('experts_lead')}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
      />
      <p>{t('no_fee_law')}</p>
      <FormErrors refusals={props.form.refusals} />
      {props.experts.length === 0 && <EmptyState title={t('experts_none')} />}
      {props.experts.map((expert) => (
        <ExpertCard expert={expert} />
      ))}
      <Heading level={2}>{t('expert_new')}</Heading>
      <Form action={consultationPaths.deskExperts()} label={t.plain('expert_new')}>
        <Fields form={props.form} />
        <Actions>
          <Button kind="main">{t('expert_new_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function ExpertCard({ expert }: { readonly expert: ExpertNow }): VNode {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  return (
    <Card
      level={2}
      title={
        <Link href={consultationPaths.deskExpert(expert)}>
          <OwnWords>{expert.name}</OwnWords>
        </Link>
      }
      aside={
        <StatusChip tone="plain">
          {expert.leftAt
            ? t('expert_is_gone')
            : t('hours_left', { left: hoursLeft(expert), all: expert.hoursAMonth })}
        </StatusChip>
      }
    >
      <Licensed {...expert} />
      <p>
        {[
          ...FIELDS.filter((field) => expert.fields.includes(field)).map((field) =>
            said.plain(`field_${field}`),
          ),
          ...expert.languages.map((code) => talkLanguageName(code, locale)),
        ].join(' · ')}
      </p>
    </Card>
  );
}

/** One expert, to change what holds of them, or to say that they are asked no more. */
export function ExpertRowPage(props: { readonly expert: ExpertNow; readonly form: FormState }): VNode {
  const { expert, form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={<OwnWords>{expert.name}</OwnWords>}
        lead={t('hours_left', { left: hoursLeft(expert), all: expert.hoursAMonth })}
        back={{ href: consultationPaths.deskExperts(), label: t('experts') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={consultationPaths.deskExpert(expert)} label={t.plain('expert')}>
        <Fields form={form} expert={expert} />
        <Actions>
          <Button kind="main">{t('expert_change_go')}</Button>
        </Actions>
      </Form>
      <Actions>
        <ActionForm id="leaving" action={consultationPaths.deskExpertLeaving(expert)}>
          {t(expert.leftAt ? 'expert_back_go' : 'expert_leave_go')}
        </ActionForm>
      </Actions>
    </>
  );
}

function Fields({ form, expert }: { readonly form: FormState; readonly expert?: ExpertNow }): VNode {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  // What was typed stands, also where a box was emptied; what is kept stands on a page that nobody has typed on.
  const isFresh = !form.value('name') && form.refusals.length === 0;
  const typed = (name: string, kept: string | undefined) => {
    const field = form.field(name);
    return isFresh && kept !== undefined ? { ...field, value: kept } : field;
  };
  const ticked = (name: string, kept: readonly string[] | undefined) =>
    isFresh && kept ? kept : form.values(name);
  const languages = TALKS_IN.filter((code) => code !== 'ja').map((value) => ({
    value,
    label: talkLanguageName(value, locale),
  }));
  return (
    <>
      <TextField {...typed('name', expert?.name)} label={t('expert_name')} maxLength={80} />
      <Select
        {...typed('license', expert?.license)}
        label={t('expert_license')}
        options={LICENSES.map((value) => ({ value, label: said.plain(`license_${value}`) }))}
      />
      <TextField
        {...typed('licenseNumber', expert?.licenseNumber)}
        label={said('license_number')}
        hint={t('license_number_hint')}
        maxLength={40}
        width="medium"
        optional
      />
      <TextField
        {...typed('email', expert?.email)}
        label={t('expert_email')}
        type="email"
        inputmode="email"
        maxLength={200}
      />
      <Checkboxes
        {...form.field('fields')}
        label={t('day_fields')}
        values={ticked('fields', expert?.fields)}
        choices={FIELDS.map((value) => ({ value, label: said(`field_${value}`) }))}
      />
      <Checkboxes
        {...form.field('languages')}
        label={t('day_languages')}
        values={ticked('languages', expert?.languages)}
        choices={languages.slice(0, 6)}
        more={{ label: t('day_more_languages'), choices: languages.slice(6) }}
      />
      <TextField
        {...typed('hoursAMonth', expert && String(expert.hoursAMonth))}
        label={t('hours_a_month')}
        hint={t('hours_a_month_hint')}
        inputmode="numeric"
        width="short"
      />
    </>
  );
}
