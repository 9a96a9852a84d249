import type { VNode } from 'preact';
import type { Hours } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  AvailabilityGrid,
  Button,
  Card,
  Form,
  FormErrors,
  Heading,
  Link,
  PageHead,
  Radios,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import type { Availability } from '../types.ts';
import { clockTime, PARTS_OF_DAY, ticksOutside } from './rules.ts';

interface AvailabilityProps {
  form: FormState;
  availability: Availability;
  ticks: readonly string[];
  /** When help is given; null when nobody has said. */
  hours: Hours;
}

/** When somebody can help: hours of every week, days that differ, and times away. */
export function AvailabilityPage(props: AvailabilityProps): VNode {
  const words = useWords(peopleMessages);
  return (
    <>
      <PageHead
        title={words('availability_title')}
        lead={words('availability_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <FormErrors refusals={props.form.refusals} />
      <WeeklyForm {...props} />
      <Heading level={2}>{words('exceptions_title')}</Heading>
      <Exceptions {...props} />
      <ExceptionForm form={props.form} />
      <Heading level={2} id="breaks">
        {words('pauses_title')}
      </Heading>
      <p>
        {words('pauses_lead')} <Link href={housePaths.volunteering()}>{words('see_volunteering')}</Link>
      </p>
      <Pauses {...props} />
      <PauseForm form={props.form} />
    </>
  );
}

function WeeklyForm(props: AvailabilityProps): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const parts = PARTS_OF_DAY.map(([from, until]) => {
    const [starts, ends] = [clockTime(from), clockTime(until)];
    const plainTimes = { from: formats.plain.clock(starts), until: formats.plain.clock(ends) };
    return {
      code: `${from}`,
      label: words('from_until', { from: formats.clock(starts), until: formats.clock(ends) }),
      plainLabel: words.plain('from_until', plainTimes),
    };
  });
  const outside = ticksOutside(props.hours);
  return (
    <Form action={peoplePaths.availability()}>
      <AvailabilityGrid
        name="weekly"
        label={words('weekly')}
        hint={
          <>
            {words('weekly_hint')} {outside.size > 0 && words('weekly_outside')}
          </>
        }
        refusal={props.form.refusalOf('weekly')}
        parts={parts}
        values={props.ticks}
        outside={{
          values: outside,
          label: words('outside_hours'),
          plainLabel: words.plain('outside_hours'),
        }}
        optional
        quietOptional
      />
      <Actions>
        <Button kind="main">{words('keep')}</Button>
      </Actions>
    </Form>
  );
}

function Exceptions(props: AvailabilityProps): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const { exceptions } = props.availability;
  if (exceptions.length === 0) return <p>{words('exceptions_empty')}</p>;
  return (
    <>
      {exceptions.map((one) => (
        <Card
          title={formats.day(one.onDay)}
          actions={
            <ActionForm
              action={peoplePaths.availabilityExceptionRemoval({ id: one.id })}
              label={words.plain('remove_what', { what: formats.plain.day(one.onDay) })}
            >
              {words('remove')}
            </ActionForm>
          }
        >
          <p>
            {words(one.isAvailable ? 'also_free' : 'not_free', {
              from: formats.clock(clockTime(one.startMinute)),
              until: formats.clock(clockTime(one.endMinute)),
            })}
          </p>
        </Card>
      ))}
    </>
  );
}

function ExceptionForm(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const { form } = props;
  const times = (from: number, until: number) =>
    Array.from({ length: (until - from) / 30 + 1 }, (_, step) => from + step * 30).map((minute) => ({
      value: `${minute}`,
      label: formats.plain.clock(clockTime(minute)),
    }));
  return (
    <Form
      action={peoplePaths.availabilityExceptions()}
      idempotencyKey={form.value('idempotency_key') || undefined}
    >
      <TextField {...form.field('onDay')} label={words('on_day')} type="date" width="medium" />
      <Radios
        {...form.field('kind')}
        label={words('exception_kind')}
        choices={[
          { value: 'busy', label: words('exception_busy') },
          { value: 'free', label: words('exception_free') },
        ]}
      />
      <Select
        {...form.field('startMinute')}
        label={words('start')}
        options={times(420, 1350)}
        width="medium"
      />
      <Select {...form.field('endMinute')} label={words('end')} options={times(450, 1380)} width="medium" />
      <Actions>
        <Button>{words('exception_add')}</Button>
      </Actions>
    </Form>
  );
}

function Pauses(props: AvailabilityProps): VNode {
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const { pauses } = props.availability;
  if (pauses.length === 0) return <p>{words('pauses_empty')}</p>;
  return (
    <>
      {pauses.map((pause) => (
        <Card
          title={
            pause.untilOn
              ? words('away_until', { from: formats.day(pause.fromOn), backOn: formats.day(pause.untilOn) })
              : words('away_from', { from: formats.day(pause.fromOn) })
          }
          actions={
            <ActionForm action={peoplePaths.availabilityPauseRemoval({ id: pause.id })}>
              {words('pause_end')}
            </ActionForm>
          }
        >
          <p>{words('pause_text')}</p>
        </Card>
      ))}
    </>
  );
}

function PauseForm(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <Form
      action={peoplePaths.availabilityPauses()}
      idempotencyKey={form.value('idempotency_key') || undefined}
    >
      <TextField {...form.field('fromOn')} label={words('pause_from_on')} type="date" width="medium" />
      <TextField
        {...form.field('untilOn')}
        label={words('pause_until_on')}
        hint={words('pause_until_on_hint')}
        type="date"
        width="medium"
        optional
      />
      <Actions>
        <Button>{words('pause_add')}</Button>
      </Actions>
    </Form>
  );
}
