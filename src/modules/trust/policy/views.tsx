import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  Checkbox,
  Checkboxes,
  Form,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  Radios,
  TextArea,
  TextField,
  Timeline,
} from '../../../ui/index.ts';
import { callName, type Person } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { DEMANDS, type Policy, PROGRAMS, type Program, type ScreeningStep, STEPS } from '../types.ts';
import { POLICY_STOPS_VOLUNTEERS } from './commands.ts';

interface PolicyProps {
  form: FormState;
  versions: readonly Policy[];
  planned: Policy | null;
  persons: ReadonlyMap<string, Person>;
}

/** Which steps lead to approval, and for how long each holds. */
export function PolicyPage(props: PolicyProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { form, planned } = props;
  const stopping = form.refusals.find(({ code }) => code === POLICY_STOPS_VOLUNTEERS);
  const stopped = String(stopping?.params?.['stopped'] ?? '');
  return (
    <>
      <PageHead
        title={words('policy_title')}
        lead={words('policy_lead')}
        back={{ href: housePaths.settings(), label: words('all_settings') }}
      />
      {stopping ? <Stopping words={stopping.words} /> : <FormErrors refusals={form.refusals} />}
      {planned && <Notice>{words('policy_is_planned', { day: formats.day(planned.validFrom) })}</Notice>}
      <Form
        action={trustPaths.policy()}
        idempotencyKey={form.value('idempotency_key') || undefined}
        hidden={stopping && { mayStop: stopped }}
      >
        {inOrder(form).map((step) => (
          <StepFields form={form} step={step} />
        ))}
        <Checkbox
          name="needsInsurance"
          label={words('needs_insurance')}
          hint={words('needs_insurance_hint')}
          checked={form.value('needsInsurance') !== ''}
          refusal={form.refusalOf('needsInsurance')}
          optional
          quietOptional
        />
        {PROGRAMS.map((program) => (
          <ProgramFields form={form} program={program} />
        ))}
        <TextField
          {...form.field('validFromOn')}
          type="date"
          width="short"
          label={words('valid_from_on')}
          hint={words('valid_from_on_hint')}
        />
        <TextArea {...form.field('policyReason')} label={words('policy_reason')} rows={2} maxLength={500} />
        <Actions>
          {stopping ? (
            <Button kind="danger">{words('save_policy_and_stop', { stopped: Number(stopped) })}</Button>
          ) : (
            <Button kind="main">{words('save_policy')}</Button>
          )}
        </Actions>
      </Form>
      <Versions {...props} />
    </>
  );
}

/** Nothing is saved yet: what the change would mean stands before everything else, and the button below says it again. */
function Stopping(props: { words: Words }): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <section tabindex={-1} autofocus aria-label={words.plain('policy_is_not_saved')}>
      <Notice tone="notice" title={words('policy_is_not_saved')}>
        <p>{props.words}</p>
      </Notice>
    </section>
  );
}

function inOrder(form: FormState): ScreeningStep[] {
  const position = (step: ScreeningStep) => Number(form.value(`position.${step}`)) || STEPS.length;
  return [...STEPS].sort((one, other) => position(one) - position(other));
}

function StepFields(props: { form: FormState; step: ScreeningStep }): VNode {
  const words = useWords(trustStaffMessages);
  const { form, step } = props;
  /** Five steps are asked the same: whoever hears a question hears of which step. */
  const ask = (key: 'demand' | 'position' | 'valid_months' | 'remind_days') => (
    <>
      {words(key)}
      <span class="visually-hidden"> · {words(`step_${step}`)}</span>
    </>
  );
  const number = { inputmode: 'numeric', width: 'short' } as const;
  return (
    <Card title={words(`step_${step}`)} level={2}>
      <Radios
        {...form.field(`demand.${step}`)}
        label={ask('demand')}
        inline
        choices={DEMANDS.map((value) => ({ value, label: words(`demand_${value}`) }))}
      />
      <TextField {...form.field(`position.${step}`)} {...number} label={ask('position')} />
      <TextField
        {...form.field(`validMonths.${step}`)}
        {...number}
        label={ask('valid_months')}
        hint={words('valid_months_hint')}
        optional
      />
      <TextField {...form.field(`remindDays.${step}`)} {...number} label={ask('remind_days')} />
    </Card>
  );
}

/** What a program asks of volunteers in any case. */
function ProgramFields({ form, program }: { form: FormState; program: Program }): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <Card title={words(`program_${program}`)} level={2}>
      <Checkboxes
        {...form.field(`programSteps.${program}`)}
        values={form.values(`programSteps.${program}`)}
        label={words('program_steps', { program: words(`program_${program}`) })}
        hint={words('program_steps_hint')}
        inline
        choices={STEPS.map((value) => ({ value, label: words(`step_${value}`) }))}
      />
      <Checkbox
        {...form.field(`programInsurance.${program}`)}
        label={words('program_insurance')}
        checked={form.value(`programInsurance.${program}`) !== ''}
        optional
        quietOptional
      />
    </Card>
  );
}

function Versions(props: PolicyProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const locale = useLocale();
  const named = (id: string | null) => {
    const person = id ? props.persons.get(id) : undefined;
    return person ? callName(person, locale) : words('by_the_program');
  };
  return (
    <>
      <Heading level={2}>{words('versions_title')}</Heading>
      <Timeline
        items={props.versions.map((version) => ({
          title: words('version_from', { day: formats.day(version.validFrom) }),
          when: words('decided_by', { when: formats.dayTime(version.madeAt), name: named(version.madeBy) }),
          state: version.id === props.planned?.id ? 'next' : 'past',
          children: version.reason ? <OwnWords as="p">{version.reason}</OwnWords> : undefined,
        }))}
      />
    </>
  );
}
