import type { VNode } from 'preact';
import { LOCALES, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  type Choice,
  Form,
  FormErrors,
  Heading,
  PageHead,
  Radios,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { CHANNELS, GENDERS, OTHER_CHANNELS } from '../types.ts';

/** The languages of our mail, each by its own name. */
export const mailLanguages: readonly Choice[] = LOCALES.map((locale) => ({
  value: locale,
  label: rubyWords(localeFacts[locale].name),
  lang: localeFacts[locale].tag,
}));

/** What somebody says of themselves: names, how to reach them, a few words about them. */
export function ProfilePage(props: { form: FormState; email: string }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={words('profile_title')}
        lead={words('profile_lead')}
        back={{ href: '/me', label: words('back_to_my_page') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action="/me/profile" idempotencyKey={form.value('idempotency_key') || undefined}>
        <Names form={form} />
        <AboutMe form={form} />
        <Contact form={form} email={props.email} />
        <Actions>
          <Button kind="main">{words('keep')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Names(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <TextField
        {...form.field('name')}
        label={words('name')}
        hint={words('name_hint')}
        autocomplete="name"
      />
      <TextField
        {...form.field('preferred_name')}
        label={words('preferred_name')}
        hint={words('preferred_name_hint')}
        autocomplete="nickname"
        optional
      />
      <TextField {...form.field('kana')} label={words('kana')} hint={words('kana_hint')} lang="ja" optional />
      <TextField {...form.field('romaji')} label={words('romaji')} hint={words('romaji_hint')} optional />
    </>
  );
}

function AboutMe(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <TextArea
        {...form.field('about')}
        label={words('about')}
        hint={words('about_hint')}
        maxLength={2000}
        optional
      />
      <Radios
        {...form.field('gender')}
        label={words('gender')}
        hint={words('gender_hint')}
        choices={GENDERS.map((gender) => ({ value: gender, label: words(`gender_${gender}`) }))}
      />
      <TextField
        {...form.field('birth_year')}
        label={words('birth_year')}
        hint={words('birth_year_hint')}
        inputmode="numeric"
        autocomplete="bday-year"
        width="short"
        optional
      />
    </>
  );
}

function Contact(props: { form: FormState; email: string }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <Heading level={2}>{words('contact_title')}</Heading>
      <p>{words('email_is', { email: props.email })}</p>
      <Radios {...form.field('mail_language')} label={words('mail_language')} choices={mailLanguages} />
      <TextField
        {...form.field('phone')}
        label={words('phone')}
        hint={words('phone_hint')}
        type="tel"
        autocomplete="tel"
        width="medium"
        optional
      />
      {OTHER_CHANNELS.map((channel) => (
        <TextField {...form.field(channel)} label={words(`channel_${channel}`)} width="medium" optional />
      ))}
      <Radios
        {...form.field('preferred_channel')}
        label={words('preferred_channel')}
        choices={CHANNELS.map((channel) => ({ value: channel, label: words(`channel_${channel}`) }))}
      />
    </>
  );
}
