import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { MOST_OF_ORGANIZATION, type Organization } from '../../platform/settings/organization.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Form,
  FormErrors,
  Heading,
  PageHead,
  TextField,
  type TextFieldProps,
} from '../../ui/index.ts';
import { MARKS } from './texts-form.ts';
import { aboutKey, fieldKey, settingsMessages } from './words.ts';

/** Who runs this installation, as residents, volunteers and mails name it. */
export function OrganizationPage({ form }: { form: FormState }): VNode {
  const t = useWords(settingsMessages);
  return (
    <>
      <PageHead
        title={t('organization_title')}
        lead={t('organization_lead')}
        back={{ href: '/settings', label: t('settings_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action="/settings/organization" idempotencyKey={form.value('idempotency_key') || undefined}>
        <Heading level={2}>{t('names_title')}</Heading>
        <Line form={form} name="name" lang="ja" />
        <Line form={form} name="nameInEasyJapanese" lang="ja" isOptional />
        <Line form={form} name="nameInEnglish" lang="en" />
        <Line form={form} name="nameInChinese" lang="zh-Hans" isOptional />
        <Line form={form} name="shortName" width="short" />
        <Heading level={2}>{t('contact_title')}</Heading>
        <Line form={form} name="address" lang="ja" />
        <Line form={form} name="addressInEnglish" lang="en" isOptional />
        <Line form={form} name="phone" type="tel" width="medium" />
        <Line form={form} name="email" type="email" width="medium" />
        <Line form={form} name="website" type="url" width="medium" />
        <Actions>
          <Button kind="main">{t('save')}</Button>
        </Actions>
      </Form>
    </>
  );
}

interface LineProps extends Pick<TextFieldProps, 'type' | 'width' | 'lang'> {
  readonly form: FormState;
  readonly name: keyof Organization;
  /** Without it, another language's is shown. */
  readonly isOptional?: true;
}

function Line({ form, name, isOptional, ...rest }: LineProps): VNode {
  const t = useWords(settingsMessages);
  return (
    <TextField
      {...form.field(name)}
      {...rest}
      label={t(fieldKey(name))}
      hint={t(aboutKey(name), MARKS)}
      maxLength={MOST_OF_ORGANIZATION[name]}
      autocomplete="off"
      optional={isOptional}
    />
  );
}
