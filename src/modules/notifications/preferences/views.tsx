import type { VNode } from 'preact';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { NewsGroup } from '../../../platform/news.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkboxes,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Select,
} from '../../../ui/index.ts';
import { notificationsPaths } from '../paths.ts';
import { labelOf, notificationMessages } from '../words.ts';

interface PreferencesProps {
  readonly form: FormState;
  readonly groups: readonly NewsGroup[];
  readonly isCoordinator: boolean;
}

/** What to mail, and the hours during which mail waits. */
export function PreferencesPage({ form, groups, isCoordinator }: PreferencesProps): VNode {
  const t = useWords(notificationMessages);
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={t('settings_title')}
        lead={t('settings_lead')}
        back={{ href: notificationsPaths.inbox(), label: t('to_inbox') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={notificationsPaths.notifications()}>
        <Checkboxes
          {...form.field('mail')}
          values={form.values('mail')}
          label={t('mail_groups_label')}
          hint={t('mail_groups_hint')}
          optional
          quietOptional
          choices={groups.map((group) => ({ value: group.name, label: labelOf(group)(locale) }))}
        />
        {isCoordinator && <Notice tone="info">{t('safety_is_always_mailed')}</Notice>}
        <h2>{t('quiet_title')}</h2>
        <p>{t('quiet_text')}</p>
        <HourField form={form} name="quietFrom" label="quiet_from" />
        <HourField form={form} name="quietUntil" label="quiet_until" />
        <Actions>
          <Button kind="main">{t('save_settings')}</Button>
        </Actions>
      </Form>
    </>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Any day serves to write a time of day. */
const SOME_DAY = Temporal.PlainDate.from('2026-01-01');

function HourField(props: {
  form: FormState;
  name: 'quietFrom' | 'quietUntil';
  label: 'quiet_from' | 'quiet_until';
}): VNode {
  const t = useWords(notificationMessages);
  const formats = useFormats();
  const at = (hour: number) =>
    SOME_DAY.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: { hour } }).toInstant();
  return (
    <Select
      {...props.form.field(props.name)}
      label={t(props.label)}
      width="medium"
      options={HOURS.map((hour) => ({ value: String(hour), label: formats.plain.time(at(hour)) }))}
    />
  );
}
