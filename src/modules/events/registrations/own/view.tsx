import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../../kits/forms/index.ts';
import { QrCode } from '../../../../kits/papers/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  Form,
  FormErrors,
  Link,
  PageHead,
  SummaryList,
  type SummaryRow,
} from '../../../../ui/index.ts';
import { type Danger, EmergencyPanel } from '../../../safety/index.ts';
import { useSaid } from '../../open/said.tsx';
import { StateChip } from '../../open/state-chip.tsx';
import { eventsPaths } from '../../paths.ts';
import { givesSeats } from '../../seats/rules/decide.ts';
import type { Event, Registration } from '../../types.ts';
import { eventsMessages } from '../../words.ts';

interface OwnProps {
  readonly event: Event;
  readonly registration: Registration;
  /** The sealed link by which it was opened. */
  readonly link: string;
  readonly of: FormOf;
  /** The party, as it is or as it was typed. */
  readonly form: FormState;
  readonly errors: FormState;
  readonly without: readonly string[];
  /** They have said how it was. */
  readonly hasAnswered: boolean;
  /** Of which their words speak. */
  readonly dangers: readonly Danger[];
  /** The address of its row on the list at the door, and the code that is typed there instead. */
  readonly atDoor: { readonly url: string; readonly code: string };
  readonly now: Temporal.Instant;
}

/** One registration: how it stands, the one thing to do now, and all that can be changed. */
export function OwnPage(props: OwnProps): VNode {
  const t = useWords(eventsMessages);
  const { event, registration, errors, now } = props;
  const { title } = useSaid(event);
  const isOpen = givesSeats(event, now);
  return (
    <>
      {props.dangers.length > 0 && <EmergencyPanel dangers={props.dangers} />}
      <PageHead
        title={title}
        aside={<StateChip event={event} />}
        back={{ href: eventsPaths.event({ id: event.id }), label: t('event_open') }}
      />
      <FormErrors refusals={errors.refusals} />
      <Standing {...props} />
      <SummaryList rows={useRows(props)} />
      {(isOpen || event.state === 'postponed') && <Changing {...props} isOpen={isOpen} />}
      {registration.state === 'passed' && isOpen && (
        <Actions>
          <Button href={eventsPaths.register({ id: event.id })}>{t('own_register_again')}</Button>
        </Actions>
      )}
    </>
  );
}

function Standing(props: OwnProps): VNode {
  const t = useWords(eventsMessages);
  const { dayTime } = useFormats();
  const { event, registration, link, now } = props;
  const { state, offeredUntil } = registration;
  const at = (act: string) => `${eventsPaths.own({ token: link })}/${act}`;
  const isOver = event.state === 'over' || event.state === 'reported';
  if (isOver && state === 'seated') return <Afterwards {...props} />;
  if (event.state === 'cancelled') return <p>{t('event_stands_cancelled')}</p>;
  if (event.state === 'postponed' && state !== 'cancelled' && state !== 'passed')
    return (
      <>
        <p>{t('event_stands_postponed')}</p>
        {state !== 'asked' && <p>{t('own_is_kept')}</p>}
      </>
    );
  if (!givesSeats(event, now) && state !== 'seated') return <p>{t('own_is_over')}</p>;
  if (state === 'asked')
    return (
      <NextStep title={t('own_prove_title')}>
        <p>{t('own_prove_text')}</p>
        <Form action={at('proof')}>
          <Button kind="main">{t('own_prove')}</Button>
        </Form>
      </NextStep>
    );
  if (state === 'offered' && offeredUntil)
    return (
      <NextStep title={t('own_offered_title')}>
        <p>{t('own_offered_text', { until: dayTime(offeredUntil) })}</p>
        <Actions>
          <ActionForm action={at('seats')} kind="main">
            {t('own_take')}
          </ActionForm>
          <ActionForm action={at('refusal')}>{t('own_decline')}</ActionForm>
        </Actions>
      </NextStep>
    );
  if (state === 'waiting' && event.lastCallAt)
    return (
      <NextStep title={t('own_last_call_title')}>
        <p>{t('own_last_call_text')}</p>
        <Form action={at('seats')}>
          <Button kind="main">{t('own_take')}</Button>
        </Form>
      </NextStep>
    );
  return <p>{t(`own_stands_${state as 'seated' | 'waiting' | 'passed' | 'cancelled'}`)}</p>;
}

/** When it is over: how it was. Nobody is asked whether they came. */
function Afterwards({ link, hasAnswered }: OwnProps): VNode {
  const t = useWords(eventsMessages);
  const path = eventsPaths.answers({ token: link });
  if (hasAnswered)
    return (
      <p>
        {t('own_survey_done')} <Link href={path}>{t('own_survey_again')}</Link>
      </p>
    );
  return (
    <NextStep
      title={t('survey_title')}
      text={t('survey_lead')}
      actions={
        <Button kind="main" href={path}>
          {t('own_survey')}
        </Button>
      }
    />
  );
}

function useRows({ event, registration, link, atDoor }: OwnProps): SummaryRow[] {
  const t = useWords(eventsMessages);
  const { span } = useFormats();
  const { area, directions } = useSaid(event);
  const isSeated = registration.state === 'seated' && event.state !== 'cancelled';
  const when = event.state === 'postponed' ? t('event_day_is_open') : span(event.startsAt, event.endsAt);
  return [
    { label: t('event_when'), value: when },
    { label: t('event_where'), value: event.isOnline ? t('event_online') : area },
    ...(isSeated && event.address ? [{ label: t('event_address'), value: event.address }] : []),
    ...(isSeated && directions ? [{ label: t('event_directions'), value: directions }] : []),
    ...(isSeated && event.onlineUrl
      ? [{ label: t('event_online_link'), value: <Link href={event.onlineUrl}>{event.onlineUrl}</Link> }]
      : []),
    ...(isSeated && event.state !== 'postponed'
      ? [
          {
            label: t('own_calendar'),
            value: <Link href={eventsPaths.calendar({ token: link })}>{t('own_calendar_file')}</Link>,
          },
        ]
      : []),
    { label: t('own_party'), value: useParty(registration) },
    ...(isSeated && !event.isOnline
      ? [
          {
            label: t('own_door'),
            value: (
              <>
                <p>{t('own_door_text', { code: atDoor.code })}</p>
                <QrCode text={atDoor.url} label={t.plain('own_door_qr')} />
              </>
            ),
          },
        ]
      : []),
  ];
}

function useParty({ party }: Registration): SummaryRow['value'] {
  const t = useWords(eventsMessages);
  const ages = party.flatMap(({ age }) => age ?? []);
  const adults = party.length - ages.length;
  return ages.length === 0
    ? t('own_adults', { count: adults })
    : t('own_family', { adults, children: ages.length, ages: ages.join(', ') });
}

/** While the day is open, they may give it up and no more. */
function Changing(props: OwnProps & { readonly isOpen: boolean }): VNode | null {
  const t = useWords(eventsMessages);
  const { registration, link, of, form, without, isOpen } = props;
  const at = (act: string) => `${eventsPaths.own({ token: link })}/${act}`;
  const { state } = registration;
  if (state === 'passed' || state === 'cancelled') return null;
  return (
    <>
      {isOpen && (state === 'seated' || state === 'waiting') && (
        <Disclosure summary={t('own_change')} open={form.refusals.length > 0}>
          <FilledIn
            of={of}
            form={form}
            action={at('party')}
            button={t('own_change_send')}
            without={without}
          />
        </Disclosure>
      )}
      <ActionForm action={at('cancellation')} kind="danger" confirm={t('own_cancel_confirm')}>
        {t('own_cancel')}
      </ActionForm>
    </>
  );
}
