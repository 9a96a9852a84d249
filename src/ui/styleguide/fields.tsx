import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Button } from '../button/button.tsx';
import { Checkbox, Checkboxes, Radios, Select } from '../fields/choices.tsx';
import { FileField } from '../fields/file-field.tsx';
import { TextArea, TextField } from '../fields/text-field.tsx';
import { Actions, Form } from '../form/form.tsx';
import { FormErrors } from '../form/form-errors.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

/** Simple fields: first as they begin, then as they come back. */
export function Fields(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="fields" title={words('fields')}>
      <Form action="/styleguide" idempotencyKey="sample" draft="styleguide" label={words.plain('fields')}>
        <TextField
          name="name"
          label={words('name_label')}
          hint={words('name_hint')}
          autocomplete="nickname"
        />
        <TextField name="email" label={words('email_label')} type="email" width="medium" optional />
        <TextArea name="story" label={words('story_label')} hint={words('story_hint')} maxLength={1000} />
        <Choices />
        <FileField name="photo" label={words('photo_label')} megabytes={10} optional />
        <Checkbox name="pledge" label={words('pledge_label')} />
        <Actions>
          <Button kind="main">{words('send_request')}</Button>
          <Button noCheck>{words('save_for_later')}</Button>
        </Actions>
      </Form>
      <RefusedFields />
    </Section>
  );
}

function useWards(): { value: string; label: string; group: string }[] {
  const words = useWords(sampleMessages);
  const group = words.plain('tokyo');
  return [
    { value: '13104', label: words.plain('option_shinjuku'), group },
    { value: '13110', label: words.plain('option_meguro'), group },
    { value: '13123', label: words.plain('option_edogawa'), group },
  ];
}

function Choices(): VNode {
  const words = useWords(sampleMessages);
  return (
    <>
      <Select name="ward" label={words('ward_label')} options={useWards()} width="medium" />
      <Radios
        name="talk"
        label={words('talk_label')}
        value="own"
        choices={[
          { value: 'own', label: words('talk_own') },
          { value: 'easy', label: words('talk_easy'), hint: words('talk_easy_hint') },
        ]}
      />
      <Checkboxes
        name="contact"
        label={words('contact_label')}
        inline
        values={['mail']}
        choices={[
          { value: 'mail', label: words('contact_mail') },
          { value: 'phone', label: words('contact_phone') },
        ]}
      />
    </>
  );
}

function RefusedFields(): VNode {
  const words = useWords(sampleMessages);
  const refusals = [
    { field: 'refused_name', words: words('name_refusal') },
    { field: 'refused_email', words: words('email_refusal') },
    { field: 'refused_story', words: words('story_refusal') },
    { field: 'refused_talk', words: words('talk_refusal') },
  ];
  return (
    <Form action="/styleguide" idempotencyKey="sample" label={words.plain('name_label')}>
      <FormErrors refusals={refusals} />
      <TextField name="refused_name" label={words('name_label')} refusal={words('name_refusal')} />
      <TextField
        name="refused_email"
        label={words('email_label')}
        type="email"
        value="maya.example.org"
        refusal={words('email_refusal')}
      />
      <TextArea
        name="refused_story"
        label={words('story_label')}
        hint={words('story_hint')}
        value={words.plain('story_value')}
        maxLength={1000}
        refusal={words('story_refusal')}
      />
      <Radios
        name="refused_talk"
        label={words('talk_label')}
        refusal={words('talk_refusal')}
        choices={[
          { value: 'own', label: words('talk_own') },
          { value: 'easy', label: words('talk_easy'), hint: words('talk_easy_hint') },
        ]}
      />
    </Form>
  );
}
