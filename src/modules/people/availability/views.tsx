import type { VNode } from 'preact';
import { BareForm } from '../../../kits/forms/index.ts';
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
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import type { Availability } from '../types.ts';
import { exceptionForm, pauseForm } from './forms.ts';
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
      <FormErrors refusals={props.form.refusals} />
      <WeeklyForm {...props} outside={ticksOutside(props.hours)} hint="weekly_hint" />
      <Heading level={2}>{words('exceptions_title')}</Heading>
      <Exceptions {...props} />
      <BareForm
        of={exceptionForm}
        form={props.form}
        action={peoplePaths.availabilityExceptions()}
        button={words('exception_add')}
      />
      <Heading level={2} id="breaks">
        {words('pauses_title')}
      </Heading>
      <p>
        {words('pauses_lead')} <Link href={housePaths.volunteering()}>{words('see_volunteering')}</Link>
      </p>
      <Pauses {...props} />
      <BareForm
        of={pauseForm}
        form={props.form}
        action={peoplePaths.availabilityPauses()}
        button={words('pause_add')}
      />
    </>
  );
}

/** When whoever does not help is free, week by week. */
export function FreeHoursPage(props: Pick<AvailabilityProps, 'form' | 'ticks'>): VNode {
  return (
    <>
      <FormErrors refusals={props.form.refusals} />
      <WeeklyForm {...props} outside={new Set()} hint="free_hours_hint" />
    </>
  );
}

interface WeeklyProps extends Pick<AvailabilityProps, 'form' | 'ticks'> {
  /** Which boxes lie where no help is given. */
  readonly outside: ReadonlySet<string>;
  readonly hint: 'weekly_hint' | 'free_hours_hint';
}

function WeeklyForm(props: WeeklyProps): VNode {
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
  const { outside } = props;
  return (
    <Form action={peoplePaths.availability()}>
      <AvailabilityGrid
        name="weekly"
        label={words('weekly')}
        hint={
          <>
            {words(props.hint)} {outside.size > 0 && words('weekly_outside')}
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
