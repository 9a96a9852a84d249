import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, Checkboxes, Form, FormErrors, Notice, PageHead, Prose } from '../../../ui/index.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { PLEDGE_LINES } from '../types.ts';

interface PledgeProps {
  readonly form: FormState;
  readonly mayTake: boolean;
  /** It holds, and needs no renewal yet. */
  readonly isTaken: boolean;
}

/** The pledge, line by line. Who hasn't applied can read it, and is told to apply first; who took it reads it again. */
export function PledgePage(props: PledgeProps): VNode {
  const words = useWords(trustMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={words('pledge_title')}
        lead={words('pledge_lead')}
        back={{ href: housePaths.volunteering(), label: words('back_to_volunteering') }}
      />
      <FormErrors refusals={form.refusals} />
      {!props.mayTake && form.refusals.length === 0 && <Notice>{words('apply_before_you_pledge')}</Notice>}
      {props.isTaken ? <Taken /> : <PledgeForm {...props} />}
    </>
  );
}

function Taken(): VNode {
  const words = useWords(trustMessages);
  return (
    <>
      <Notice tone="good">{words('you_have_pledged')}</Notice>
      <Prose>
        <ul>
          {PLEDGE_LINES.map((line) => (
            <li>{words(`pledge_${line}`)}</li>
          ))}
        </ul>
      </Prose>
    </>
  );
}

function PledgeForm(props: PledgeProps): VNode {
  const words = useWords(trustMessages);
  const { form } = props;
  return (
    <Form
      action={trustPaths.volunteeringPledge()}
      idempotencyKey={form.value('idempotency_key') || undefined}
    >
      <Checkboxes
        name="lines"
        values={form.values('lines')}
        refusal={form.refusalOf('lines')}
        label={words('pledge_lines')}
        choices={PLEDGE_LINES.map((line) => ({ value: line, label: words(`pledge_${line}`) }))}
      />
      <Actions>
        <Button kind="main" disabledReason={props.mayTake ? undefined : words('apply_before_you_pledge')}>
          {words('pledge_go')}
        </Button>
      </Actions>
    </Form>
  );
}
