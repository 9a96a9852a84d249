import type { VNode } from 'preact';
import { Press } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { isBefore } from '../../../platform/clock.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button } from '../../../ui/index.ts';
import { Composer } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { requestForms } from '../request/forms.ts';
import type { RequestProps } from '../request/scene.ts';
import { shownOf } from '../sent.ts';
import { spotMessages } from '../words.ts';

/** It should be over, and its volunteer has not said so: yes, or no. */
export function DidYouMeet(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const { id, place } = props.request;
  return (
    <NextStep title={t('did_you_meet', { kind: place.kind })}>
      <Agreed {...props} />
      <p>{t('did_you_meet_text')}</p>
      <Actions>
        <Press table={requestForms} act="meeting" of={shownOf(props)} kind="main">
          {t('yes_we_met', { kind: place.kind })}
        </Press>
        <Button href={spotPaths.requestConversation({ id })}>{t('open_conversation')}</Button>
      </Actions>
      <NobodyCame {...props} />
      <SaidToHaveBegun {...props} />
    </NextStep>
  );
}

/** Two who say different things are heard by a coordinator: no button of one of them makes the other's word untrue. */
function SaidToHaveBegun({ request, visit }: RequestProps): VNode | null {
  const t = useWords(spotMessages);
  const formats = useFormats();
  if (request.state !== 'in_progress' || !visit?.checkedInAt) return null;
  const { id, place } = request;
  return (
    <>
      <p>{t('said_to_have_begun', { kind: place.kind, at: formats.time(visit.checkedInAt) })}</p>
      <Actions>
        <Button href={`${spotPaths.requestConversation({ id })}#concern`}>
          {t('no_we_did_not', { kind: place.kind })}
        </Button>
      </Actions>
    </>
  );
}

/** It is agreed: where they write to each other, and who did not come. */
export function Meeting(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const { id, place } = props.request;
  return (
    <NextStep title={t('meeting_title', { kind: place.kind })}>
      <p>{t(props.request.state === 'in_progress' ? 'next_in_progress' : 'next_confirmed')}</p>
      <Agreed {...props} />
      <p>{t('meeting_text', { kind: place.kind })}</p>
      <Actions>
        <Button kind="main" href={spotPaths.requestConversation({ id })}>
          {t('open_conversation')}
        </Button>
        <Button href={spotPaths.requestCalendar({ id })}>{t('put_in_calendar')}</Button>
      </Actions>
      <NobodyCame {...props} />
    </NextStep>
  );
}

/** When it is, or was to be. */
function Agreed({ request, assignment }: RequestProps): VNode | null {
  const t = useWords(spotMessages);
  const formats = useFormats();
  if (!assignment) return null;
  const when = formats.span(assignment.startsAt, assignment.endsAt);
  return (
    <p>
      <strong>{t(request.state === 'accepted' ? 'they_can_come_at' : 'you_meet_at', { when })}</strong>
    </p>
  );
}

function NobodyCame(props: RequestProps): VNode | null {
  const t = useWords(spotMessages);
  const { request, assignment, now, form } = props;
  if (assignment === null || isBefore(now, assignment.startsAt)) return null;
  return (
    <Press
      table={requestForms}
      act="absence"
      of={shownOf(props)}
      confirm={t('nobody_came_text')}
      fields={
        <Composer form={form} name="absenceWords" label={t('absence_label')} rows={2} maxLength={500} />
      }
    >
      {t('nobody_came', { kind: request.place.kind })}
    </Press>
  );
}

/** Whether the requester agrees with who comes and when; asks for another time where the agreed one was closed since. */
export function Agree(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const { request, volunteer, isTimeClosed } = props;
  const name = volunteer?.name.words ?? '';
  if (isTimeClosed) {
    return (
      <NextStep title={t('agree_title', { name })}>
        <Agreed {...props} />
        <p>{t('agreed_time_is_closed')}</p>
        <Actions>
          <Button href={spotPaths.requestConversation({ id: request.id })} kind="main">
            {t('write_to_coordinators')}
          </Button>
        </Actions>
      </NextStep>
    );
  }
  return (
    <NextStep title={t('agree_title', { name })}>
      <Agreed {...props} />
      <YesOrNo {...props} />
    </NextStep>
  );
}

/** What agreeing means, and the answer. */
export function YesOrNo(props: RequestProps): VNode {
  const t = useWords(spotMessages);
  const of = shownOf(props);
  return (
    <>
      <p>{t('agree_text', { kind: props.request.place.kind })}</p>
      <Actions>
        <Press table={requestForms} act="confirmation" of={of} kind="main">
          {t('agree_yes')}
        </Press>
        <Press table={requestForms} act="rejection" of={of} confirm={t('agree_no_text')}>
          {t('agree_no')}
        </Press>
      </Actions>
    </>
  );
}
