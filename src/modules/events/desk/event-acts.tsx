import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Notice, TextField } from '../../../ui/index.ts';
import { notWrittenIn, whatIsMissing } from '../event/whole.ts';
import { eventsStaffMessages } from '../words.ts';
import type { DeskEventProps } from './event-props.ts';
import { eventForms } from './sent.ts';
import { keyOf } from './writing/form.ts';

const shown = ({ event, form, now }: DeskEventProps) => ({
  ...{ id: event.id, state: event.state, version: event.version },
  form,
  now,
});

/** The one thing to do next: before it is public, or while its day is open. */
export function NextAct(props: DeskEventProps): VNode | null {
  const { state } = props.event;
  if (state === 'draft') return <Submitting {...props} />;
  if (state === 'in_review') return <Reviewing {...props} />;
  return state === 'postponed' ? <Dating {...props} /> : null;
}

function Submitting(props: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { event } = props;
  const isWhole = whatIsMissing(event) === null;
  return (
    <NextStep title={t('event_submit_title')} text={t('event_submit_text')}>
      <Languages {...props} />
      <ActForm
        table={eventForms}
        of={shown(props)}
        act="submission"
        kind="main"
        button={t('event_submit')}
        whyNot={isWhole ? undefined : t('event_words_are_missing')}
      >
        {null}
      </ActForm>
    </NextStep>
  );
}

/** In which public languages it says nothing. */
function Languages({ event }: DeskEventProps): VNode | null {
  const t = useWords(eventsStaffMessages);
  const { list } = useFormats();
  const names = notWrittenIn(event).map((locale) => t.plain(`event_in_${keyOf(locale)}`));
  return names.length > 0 ? <Notice>{t('event_not_written_in', { languages: list(names) })}</Notice> : null;
}

function Reviewing(props: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const of = shown(props);
  return (
    <NextStep title={t('event_review_title')} text={t('event_review_text')}>
      <Languages {...props} />
      <Actions>
        <ActForm
          table={eventForms}
          of={of}
          act="publication"
          kind="main"
          button={t('event_publish')}
          whyNot={props.isOwn ? t('somebody_else_publishes') : undefined}
        >
          {(button: VNode) => button}
        </ActForm>
        <Press table={eventForms} of={of} act="return">
          {t('event_send_back')}
        </Press>
      </Actions>
    </NextStep>
  );
}

function Dating(props: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { form, registered } = props;
  return (
    <NextStep title={t('event_date_title')} text={t('event_date_text', { count: registered })}>
      <ActForm table={eventForms} of={shown(props)} act="date" kind="main" button={t('event_date')}>
        <TextField
          {...form.field('startsOn')}
          label={t('event_write_starts_on')}
          type="date"
          width="medium"
        />
        <TextField {...form.field('startsAt')} label={t('event_write_starts_at')} type="time" width="short" />
        <TextField {...form.field('endsAt')} label={t('event_write_ends_at')} type="time" width="short" />
      </ActForm>
    </NextStep>
  );
}

/** What can be done besides, each with what happens then said before. */
export function EventActs(props: DeskEventProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { registered: count } = props;
  const of = shown(props);
  const { publishedAt } = props.event;
  return (
    <section class="stack" data-screen-only>
      <Actions>
        <Press table={eventForms} of={of} act="closing" confirm={t('event_close_confirm')}>
          {t('event_close')}
        </Press>
        <Press table={eventForms} of={of} act="reopening">
          {t('event_reopen')}
        </Press>
        <Press table={eventForms} of={of} act="postponement" confirm={t('event_postpone_confirm', { count })}>
          {t('event_postpone')}
        </Press>
      </Actions>
      <Decision
        table={eventForms}
        of={of}
        act="cancellation"
        kind="danger"
        summary={t('event_cancel')}
        text={publishedAt ? t('event_cancel_text', { count }) : t('event_cancel_draft_text')}
        button={t('event_cancel_sure')}
      >
        {null}
      </Decision>
    </section>
  );
}
