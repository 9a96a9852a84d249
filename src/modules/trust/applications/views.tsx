import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, Checkboxes, Form, FormErrors, PageHead } from '../../../ui/index.ts';
import { Composer } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { HELP_KINDS } from '../types.ts';

/** Three questions; languages, place and times are asked on the reader's own pages. */
export function ApplicationPage(props: { form: FormState }): VNode {
  const words = useWords(trustMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={words('application_title')}
        lead={words('application_lead')}
        back={{ href: housePaths.volunteering(), label: words('back_to_volunteering') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form
        action={housePaths.volunteeringApplication()}
        idempotencyKey={form.value('idempotency_key') || undefined}
        draft="volunteering-application"
      >
        <Composer
          form={form}
          name="motivation"
          label={words('motivation')}
          hint={words('motivation_hint')}
          maxLength={1000}
        />
        <Checkboxes
          name="helpWith"
          values={form.values('helpWith')}
          refusal={form.refusalOf('helpWith')}
          label={words('help_with')}
          hint={words('help_with_hint')}
          choices={HELP_KINDS.map((kind) => ({ value: kind, label: words(`help_${kind}`) }))}
        />
        <Composer
          form={form}
          name="experience"
          label={words('experience')}
          hint={words('experience_hint')}
          maxLength={1000}
          rows={4}
          optional
        />
        <Actions>
          <Button kind="main">{words('send_application')}</Button>
        </Actions>
      </Form>
    </>
  );
}
