import type { VNode } from 'preact';
import { ActForm, Decision } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { slotsPaths } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { machineTime } from '../../../platform/clock.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Conversation,
  Disclosure,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
  Select,
  SummaryList,
  type SummaryRow,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { DangerChecklist } from '../danger/checklist.tsx';
import { Countdown } from '../deadlines/countdown.tsx';
import { KIND_OF_HELP } from '../matter/kind-of-help.ts';
import { consultationPaths } from '../paths.ts';
import { DEADLINES } from '../store/deadlines.ts';
import { numberOfMatter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { MatterChips } from './chips.tsx';
import type { DeskRoom, Inside } from './find.ts';
import { deskForms, ENDS, LEAST_REASON } from './forms.ts';

export interface RoomProps extends DeskRoom {
  readonly form: FormState;
  readonly now: Temporal.Instant;
}
type InsideProps = RoomProps & { readonly inside: Inside };

const ofForm = ({ matter, form }: Pick<RoomProps, 'matter' | 'form'>) => ({
  id: matter.id,
  state: matter.state,
  form,
});

/** A matter on the desk: from outside, its number and what it is sorted by; from inside, all of it. */
export function RoomPage(props: RoomProps): VNode {
  const { matter, inside, form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('desk_matter', { number: numberOfMatter(matter) })}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
        aside={<MatterChips matter={matter} />}
      />
      <FormErrors refusals={form.refusals} />
      {inside ? <InsideRoom {...props} inside={inside} /> : <Outside {...props} />}
    </>
  );
}

function useFacts({ matter, nameOf }: RoomProps): SummaryRow[] {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  const { dayTime } = useFormats();
  const responsible = nameOf(matter.responsibleId);
  return [
    { label: t('field'), value: said(`field_${matter.field}`) },
    { label: t('language'), value: talkLanguageName(matter.language, locale) },
    { label: t('urgency'), value: said(`urgency_${matter.urgency}`) },
    { label: t('asked_at'), value: dayTime(matter.createdAt) },
    {
      label: t('answer_by'),
      value: matter.answeredAt
        ? t('answered_at', { when: dayTime(matter.answeredAt) })
        : dayTime(matter.answerBy),
    },
    {
      label: t('responsible'),
      value: responsible ? <PersonName>{responsible}</PersonName> : t('nobody_yet'),
    },
  ];
}

function Outside(props: RoomProps): VNode {
  const t = useWords(consultationStaffMessages);
  const { matter, isLeft, form, deadlines, now } = props;
  return (
    <>
      {matter.state === 'received' || isLeft ? (
        <NextStep
          title={t(isLeft ? 'take_left_title' : 'take_title')}
          text={t(isLeft ? 'take_left_text' : 'take_text')}
          actions={
            // From one who has left it is no first taking, as the life of a matter has it.
            <ActionForm action={`${consultationPaths.deskConsultation(matter)}/care`} kind="main">
              {t('take')}
            </ActionForm>
          }
        />
      ) : (
        <Notice title={t('room_is_closed')}>
          <p>{t('room_is_closed_text')}</p>
        </Notice>
      )}
      <SummaryList rows={useFacts(props)} />
      {deadlines.length > 0 && <Countdown deadlines={deadlines} today={dayInJapan(now)} />}
      <Decision
        table={deskForms}
        of={ofForm(props)}
        act="openings"
        kind="danger"
        summary={t('open_by_reason')}
        text={t('open_by_reason_text')}
        button={t('open_by_reason_go')}
      >
        <TextArea
          {...form.field('reason')}
          label={t('reason')}
          hint={t('reason_hint', { least: LEAST_REASON })}
          rows={3}
          maxLength={500}
        />
      </Decision>
    </>
  );
}

function InsideRoom(props: InsideProps): VNode {
  const { matter, inside, deadlines, now } = props;
  const t = useWords(consultationStaffMessages);
  const mayAct = inside.as === 'keeper' && matter.state !== 'closed';
  return (
    <>
      {inside.as === 'glass' && <Notice tone="notice">{t('you_read_by_reason')}</Notice>}
      {matter.inDanger && matter.state !== 'closed' && (
        <DangerChecklist {...props} {...inside} mayAct={mayAct} />
      )}
      <SummaryList rows={[...useFacts(props), ...usePrivateFacts(props)]} />
      <Actions>
        <Button href={consultationPaths.deskAdvice(matter)}>{t('advice_page')}</Button>
        <Button href={consultationPaths.deskReferrals(matter)}>{t('referrals_page')}</Button>
        <Button href={consultationPaths.deskInterpreting(matter)}>{t('interpreter')}</Button>
        <Button href={consultationPaths.deskParties(matter)}>{t('parties_page')}</Button>
        {mayAct && <Button href={slotsPaths.times()}>{t('open_times_for_talks')}</Button>}
      </Actions>
      <section>
        <Heading level={2}>{t('deadlines')}</Heading>
        {deadlines.length === 0 && <p>{t('no_deadline')}</p>}
        <Countdown
          deadlines={deadlines}
          today={dayInJapan(now)}
          act={({ id, doneAt }) =>
            mayAct && !doneAt ? (
              <ActForm
                table={deskForms}
                of={ofForm(props)}
                act="ended"
                hidden={{ deadlineId: id }}
                button={t('deadline_kept')}
                children={null}
              />
            ) : null
          }
        />
        {mayAct && <NewDeadline {...props} />}
      </section>
      <Said {...props} />
      {mayAct && <Acts {...props} />}
      {inside.as === 'keeper' && <Lesson {...props} />}
    </>
  );
}

/** Once it is over: what others should know becomes a guide, in new words. */
function Lesson({ matter }: InsideProps): VNode | null {
  const t = useWords(consultationStaffMessages);
  if (matter.state !== 'closed' && matter.state !== 'following') return null;
  return (
    <Card
      title={t('lesson')}
      level={2}
      actions={
        <Button href={`${housePaths.deskGuideNew()}?kind=${KIND_OF_HELP[matter.field]}`}>
          {t('lesson_go')}
        </Button>
      }
    >
      <p>{t('lesson_text')}</p>
    </Card>
  );
}

function usePrivateFacts({ matter, inside, nameOf }: InsideProps): SummaryRow[] {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const name = matter.isAnonymous ? null : nameOf(matter.residentId);
  const { contact } = inside;
  return [
    { label: t('who'), value: name ? <PersonName>{name}</PersonName> : t('anonymous') },
    {
      label: t('reach'),
      value: contact && (
        <>
          {said(`channel_${contact.channel}`)} {contact.phone}
        </>
      ),
    },
    ...(contact?.times ? [{ label: t('safe_times'), value: <OwnWords>{contact.times}</OwnWords> }] : []),
    { label: t('quiet'), value: t(matter.isQuiet ? 'quiet_on' : 'quiet_off') },
  ];
}

function NewDeadline(props: InsideProps): VNode {
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const { form } = props;
  return (
    <Decision
      table={deskForms}
      of={ofForm(props)}
      act="deadlines"
      summary={t('deadline_enter')}
      button={t('deadline_enter_go')}
    >
      <Select
        {...form.field('deadlineKind')}
        label={t('deadline_kind')}
        options={DEADLINES.map((value) => ({ value, label: said.plain(`deadline_${value}`) }))}
      />
      <TextField {...form.field('deadlineOn')} label={t('deadline_on')} type="date" width="medium" />
    </Decision>
  );
}

/** What was written, by whom; notes are marked as such. */
function Said(props: InsideProps): VNode {
  const { matter, inside, nameOf, form } = props;
  const t = useWords(consultationStaffMessages);
  const { dayTime } = useFormats();
  return (
    <section>
      <Heading level={2}>{t('written')}</Heading>
      <Conversation
        label={t.plain('written')}
        messages={inside.entries.map(({ id, kind, authorId, words, at }) => ({
          id: `entry-${id}`,
          author: kind === 'words' ? t('asker') : (nameOf(authorId) ?? t('a_coordinator')),
          role: kind === 'note' ? t('note_role') : undefined,
          text: words,
          when: dayTime(at),
          at: machineTime(at),
          own: kind !== 'words',
        }))}
      />
      {inside.papers.length > 0 && (
        <ul>
          {inside.papers.map(({ place }) => (
            <li>
              <Link href={consultationPaths.deskPaper({ id: matter.id, place: String(place) })}>
                {t('paper', { place })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {inside.as === 'keeper' && matter.state !== 'closed' && (
        <ActForm table={deskForms} of={ofForm(props)} act="replies" kind="main" button={t('reply_go')}>
          <TextArea
            {...form.field('reply')}
            label={t('reply')}
            hint={t('reply_hint')}
            rows={5}
            maxLength={4000}
          />
        </ActForm>
      )}
    </section>
  );
}

function Acts(props: InsideProps): VNode {
  const t = useWords(consultationStaffMessages);
  const { form, colleagues } = props;
  return (
    <Disclosure summary={t('more_acts')} open={form.refusals.length > 0}>
      <div class="stack">
        <ActForm table={deskForms} of={ofForm(props)} act="notes" button={t('note_go')}>
          <TextArea
            {...form.field('note')}
            label={t('note')}
            hint={t('note_hint')}
            rows={3}
            maxLength={4000}
          />
        </ActForm>
        <ActForm
          table={deskForms}
          of={ofForm(props)}
          act="successor"
          button={t('hand_over_go')}
          confirm={{ text: t('hand_over_text'), yes: t('hand_over_go') }}
        >
          <Select
            {...form.field('successorId')}
            label={t('hand_over')}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ActForm>
        <ActForm
          table={deskForms}
          of={ofForm(props)}
          act="closing"
          kind="danger"
          button={t('close_go')}
          confirm={{ text: t('close_text'), yes: t('close_go') }}
        >
          <Select
            {...form.field('outcome')}
            label={t('outcome')}
            options={ENDS.map((value) => ({ value, label: t.plain(`outcome_${value}`) }))}
          />
        </ActForm>
      </div>
    </Disclosure>
  );
}
