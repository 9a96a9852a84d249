import type { VNode } from 'preact';
import { NextStep as NextStepCard } from '../../../../kits/scenes/index.ts';
import { isClosedAt } from '../../../../kits/slots/index.ts';
import { isBefore } from '../../../../platform/clock.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Actions, Button, DateTimeSlots, TextField } from '../../../../ui/index.ts';
import { trustPaths } from '../../../trust/index.ts';
import { latestDay } from '../../ask/rules/times/times.ts';
import { isToldLate, timeOfDayOf } from '../../meet/rules/visit.ts';
import { slotsToCome, startsOnOffer, TIME_ROWS } from '../../meet/times.ts';
import { timesToCome } from '../../offer/rules/dispatch.ts';
import { spotPaths } from '../../paths.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import { nameOfLanguage } from '../reasons.ts';
import { deskMessages } from '../words.ts';
import { Decision, Press } from './decision.tsx';
import { deskForms } from './forms.ts';
import type { DeskProps } from './scene.ts';

/** The next act for this request, on top of the page; nothing once it has ended. */
export function NextStep(props: DeskProps): VNode | null {
  switch (props.request.state) {
    case 'submitted':
    case 'asked_back':
      return <LookThrough {...props} />;
    case 'open':
      return <FindSomebody {...props} />;
    case 'unfilled':
    case 'no_show':
      return <Reopen {...props} />;
    case 'accepted':
    case 'confirmed':
    case 'in_progress':
    case 'visited':
      return <WithVolunteer {...props} />;
    default:
      return null;
  }
}

function LookThrough(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const { request } = props;
  const isWaiting = request.state === 'asked_back';
  const isForeign = request.ownWordsLocale !== 'ja' && request.japanese === null;
  const language = nameOfLanguage(request.ownWordsLocale, locale);
  const seen = mayShowWordsBeforeConfirmation(request.category) ? 'now' : 'later';
  return (
    <NextStepCard
      title={t(isWaiting ? 'answer_awaited_title' : 'look_through_title')}
      actions={
        <Press
          of={props}
          act="opening"
          kind="main"
          label={t('open')}
          text={isForeign ? t('open_without_japanese', { language, seen }) : undefined}
        />
      }
    >
      <p>{t(isWaiting ? 'answer_awaited_text' : 'look_through_text')}</p>
    </NextStepCard>
  );
}

function FindSomebody(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { offers, request, settings } = props;
  const waiting = offers.filter(({ state }) => state === 'asked').length;
  const title = waiting > 0 ? 'answers_awaited_title' : offers.length > 0 ? 'ask_more_title' : 'ask_title';
  return (
    <NextStepCard title={t(title, { waiting })}>
      {timesToCome(request, props).length === 0 && (
        <p>
          <strong>{t('no_time_left')}</strong>
        </p>
      )}
      <p>
        {t('ask_text', { waves: new Set(offers.map(({ wave }) => wave)).size, most: settings.mostWaves })}
      </p>
      <Actions>
        <Press
          of={props}
          act="waves"
          kind={waiting > 0 ? 'quiet' : 'main'}
          label={t('ask_best', { count: settings.waveSize })}
        />
        <Button href={spotPaths.deskRequestVolunteers({ id: request.id })}>{t('see_who_fits')}</Button>
        <Press of={props} act="unfilled" label={t('leave_unfilled')} text={t('leave_unfilled_text')} />
      </Actions>
    </NextStepCard>
  );
}

function Reopen(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { request, form, settings, now } = props;
  const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);
  const typed = rows.map((row) => ({
    date: form.value(`times.${row}.date`),
    start: form.value(`times.${row}.start`),
  }));
  const isTyped = typed.some(({ date, start }) => date !== '' || start !== '');
  return (
    <NextStepCard title={t(`${request.state as 'unfilled' | 'no_show'}_title`)}>
      <p>{t(`${request.state as 'unfilled' | 'no_show'}_text`)}</p>
      <Decision of={props} act="reopening">
        <DateTimeSlots
          name="times"
          label={t('agreed_times')}
          rows={TIME_ROWS}
          starts={startsOnOffer(settings)}
          earliest={now.toZonedDateTimeISO(settings.timeZone).toPlainDate().toString()}
          latest={latestDay(now, settings).toString()}
          slots={isTyped ? typed : slotsToCome(request, now, settings)}
          refusal={form.refusalOf('times')}
          refusals={rows.map((row) => form.refusalOf(`times.${row}`))}
        />
      </Decision>
      {request.state === 'no_show' && !props.hasOpenConcern && (
        <Actions>
          <Press of={props} act="closing" label={t('close')} text={t('close_text')} />
        </Actions>
      )}
    </NextStepCard>
  );
}

/** Somebody told a worry: closing the request waits for it. */
function LookIntoConcern(): VNode {
  const t = useWords(deskMessages);
  return (
    <NextStepCard title={t('concern_title')}>
      <p>{t('concern_text')}</p>
      <Actions>
        <Button kind="main" href={trustPaths.concerns()}>
          {t('to_concerns')}
        </Button>
      </Actions>
    </NextStepCard>
  );
}

/** What the two tell by telephone: with the time when it is told late, the planned one stands there already. */
function Record(props: {
  readonly of: DeskProps;
  readonly act: 'check-in' | 'check-out';
  readonly field: 'metAt' | 'endedAt';
  readonly timeLabel: Words;
  readonly plannedAt: Temporal.Instant | undefined;
}): VNode {
  const t = useWords(deskMessages);
  const { of, act, plannedAt } = props;
  const { verb } = deskForms.sent[act];
  if (!plannedAt || !isToldLate(plannedAt, of.now)) {
    return (
      <Actions>
        <Press of={of} act={act} label={t(verb)} text={t(`${verb}_text`)} />
      </Actions>
    );
  }
  const field = of.form.field(props.field);
  return (
    <Decision of={of} act={act}>
      <TextField
        {...field}
        value={field.value || timeOfDayOf(plannedAt)}
        label={props.timeLabel}
        hint={t('empty_is_now')}
        type="time"
        width="short"
        optional
      />
    </Decision>
  );
}

function isClosedTimeToCome({ request, assignment, settings, now }: DeskProps): boolean {
  if (!assignment || (request.state !== 'accepted' && request.state !== 'confirmed')) return false;
  const { startsAt } = assignment;
  return isBefore(now, startsAt) && isClosedAt({ startsAt, minutes: request.durationMinutes }, settings);
}

function WithVolunteer(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { request, assignment, hasOpenConcern } = props;
  const { state } = request;
  if (state === 'visited' && hasOpenConcern) return <LookIntoConcern />;
  if (state === 'accepted' && props.isByPhoneOnly && assignment?.volunteerId !== props.readerId)
    return <AskByPhone {...props} />;
  return (
    <NextStepCard title={t(`${state as 'accepted'}_title`)}>
      <p>{t(`${state as 'accepted'}_text`)}</p>
      {isClosedTimeToCome(props) && <p>{t('agreed_on_closed_day')}</p>}
      {state === 'confirmed' && (
        <Record
          of={props}
          act="check-in"
          field="metAt"
          timeLabel={t('when_they_met')}
          plannedAt={assignment?.startsAt}
        />
      )}
      {state === 'in_progress' && (
        <Record
          of={props}
          act="check-out"
          field="endedAt"
          timeLabel={t('when_it_ended')}
          plannedAt={assignment?.endsAt}
        />
      )}
      {state === 'visited' && (
        <Actions>
          <Press of={props} act="closing" kind="main" label={t('close')} text={t('close_text')} />
        </Actions>
      )}
    </NextStepCard>
  );
}

/** Whoever has no address says on the telephone whether this volunteer may come. */
function AskByPhone(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <NextStepCard title={t('by_phone_title')}>
      <p>{t('by_phone_text')}</p>
      <Actions>
        <Press of={props} act="yes-by-phone" kind="main" label={t('said_yes')} text={t('said_yes_text')} />
        <Press of={props} act="no-by-phone" label={t('said_no')} text={t('said_no_text')} />
      </Actions>
    </NextStepCard>
  );
}
