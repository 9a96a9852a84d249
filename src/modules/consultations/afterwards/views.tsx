import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../kits/acts/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Card,
  Disclosure,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  Radios,
  StatusChip,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import type { OpensAs } from '../room/may-open.ts';
import { WHOSE } from '../store/tasks.ts';
import { numberOfMatter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import type { Afterwards } from './find.ts';
import { afterwardsForms, MOST_LETTERS } from './forms.ts';
import { WORD_ORIGINS } from './rules.ts';
import type { Advice } from './store.ts';

type Props = Afterwards & {
  /** Who reads it by a link of their own. */
  readonly expert: string | null;
  readonly as: OpensAs;
  readonly form: FormState;
  readonly now: Temporal.Instant;
};

const ofForm = ({ matter, form }: Pick<Props, 'matter' | 'form'>) => ({
  id: matter.id,
  state: matter.state,
  form,
});

const mayAct = ({ as, matter }: Pick<Props, 'as' | 'matter'>) =>
  as === 'keeper' && matter.state !== 'closed' && matter.state !== 'received';

/** What becomes of a matter: advice from its draft until it is given, tasks, the next contact, and whether it has helped. */
export function AdvicePage(props: Props): VNode {
  const { matter, advices, form } = props;
  const t = useWords(consultationStaffMessages);
  const draft = advices.find(({ givenAt }) => !givenAt) ?? null;
  return (
    <>
      <PageHead
        title={t('advice_of_matter', { number: numberOfMatter(matter) })}
        back={{
          href: consultationPaths.deskConsultation(matter),
          label: t('desk_matter', { number: numberOfMatter(matter) }),
        }}
      />
      <FormErrors refusals={form.refusals} />
      {matter.state === 'appointed' && <Meeting {...props} />}
      {draft && <Draft {...props} draft={draft} />}
      {mayAct(props) && <Writing {...props} draft={draft} />}
      {advices
        .filter(({ givenAt }) => givenAt)
        .map((advice) => (
          <Given advice={advice} />
        ))}
      <Tasks {...props} />
      <Answers {...props} />
    </>
  );
}

function Meeting(props: Props): VNode | null {
  const { appointment } = props;
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const { span } = useFormats();
  if (!appointment) return null;
  return (
    <Notice title={span(appointment.startsAt, appointment.endsAt)}>
      <p>{said(`way_${appointment.way}`)}</p>
      {appointment.whereWords !== '' && <OwnWords as="p">{appointment.whereWords}</OwnWords>}
      {mayAct(props) && (
        <Press
          table={afterwardsForms}
          of={ofForm(props)}
          act="cancellations"
          kind="danger"
          confirm={t('call_off_text')}
        >
          {t('call_off')}
        </Press>
      )}
    </Notice>
  );
}

function Both({ advice, level }: { readonly advice: Advice; readonly level: 2 | 3 }): VNode {
  const t = useWords(consultationStaffMessages);
  const locale = useLocale();
  return (
    <>
      <Heading level={level}>{t('advice_japanese')}</Heading>
      <OwnWords as="p">{advice.japanese}</OwnWords>
      {advice.language !== 'ja' && (
        <>
          <Heading level={level}>{talkLanguageName(advice.language, locale)}</Heading>
          <OwnWords as="p">{advice.words}</OwnWords>
          <p>{t(`origin_is_${advice.origin}`)}</p>
        </>
      )}
      {advice.reader && <p>{t('read_by', { reader: advice.reader })}</p>}
    </>
  );
}

function Draft(props: Props & { readonly draft: Advice }): VNode {
  const { draft, form, expert } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <Card
      level={2}
      title={t('draft')}
      aside={<StatusChip tone="plain">{t(draft.readAt ? 'is_read' : 'is_not_read')}</StatusChip>}
    >
      <Both advice={draft} level={3} />
      {!draft.readAt && expert && <p>{t('expert_reads_it', { name: expert })}</p>}
      {mayAct(props) && !draft.readAt && !expert && (
        <ActForm
          table={afterwardsForms}
          of={ofForm(props)}
          act="readings"
          kind="main"
          hidden={{ writtenAt: String(draft.writtenAt.epochMilliseconds) }}
          button={t('read_go')}
        >
          <TextField {...form.field('reader')} label={t('reader')} hint={t('reader_hint')} maxLength={120} />
        </ActForm>
      )}
      {mayAct(props) && draft.readAt && (
        <Press table={afterwardsForms} of={ofForm(props)} act="giving" kind="main" confirm={t('give_text')}>
          {t('give_go')}
        </Press>
      )}
    </Card>
  );
}

function Writing(props: Props & { readonly draft: Advice | null }): VNode {
  const { draft, matter, form } = props;
  const t = useWords(consultationStaffMessages);
  const language = talkLanguageName(matter.language, useLocale());
  const typed = (name: string, kept: string) => {
    const field = form.field(name);
    return { ...field, value: form.value(name) || kept };
  };
  return (
    <Decision
      table={afterwardsForms}
      of={ofForm(props)}
      act="drafts"
      summary={t(draft ? 'draft_again' : 'draft_new')}
      text={t('draft_text')}
      button={t('draft_go')}
    >
      <TextArea
        {...typed('japanese', draft?.japanese ?? '')}
        label={t('advice_japanese')}
        rows={8}
        maxLength={MOST_LETTERS}
      />
      <TextArea
        {...typed('words', draft?.words ?? '')}
        label={t('advice_words', { language })}
        hint={t('advice_words_hint')}
        rows={8}
        maxLength={MOST_LETTERS}
      />
      <Radios
        {...typed('origin', draft?.origin ?? '')}
        label={t('origin')}
        choices={WORD_ORIGINS.map((value) => ({ value, label: t(`origin_${value}`) }))}
      />
    </Decision>
  );
}

function Given({ advice }: { readonly advice: Advice }): VNode {
  const t = useWords(consultationStaffMessages);
  const { day } = useFormats();
  return (
    <Disclosure summary={t('given_on', { day: day(dayInJapan(advice.givenAt ?? advice.writtenAt)) })}>
      <Both advice={advice} level={2} />
    </Disclosure>
  );
}

function Tasks(props: Props): VNode {
  const { tasks, form } = props;
  const t = useWords(consultationStaffMessages);
  const { day } = useFormats();
  return (
    <section>
      <Heading level={2}>{t('tasks')}</Heading>
      {tasks.length === 0 && <p>{t('no_task')}</p>}
      {tasks.map((task) => (
        <Card
          level={3}
          title={t(task.kind === 'contact' ? 'next_contact_on' : `task_of_${task.whose}`, {
            day: day(task.onDay),
          })}
          aside={task.doneAt ? <StatusChip tone="good">{t('task_is_over')}</StatusChip> : undefined}
        >
          {task.words !== '' && <OwnWords as="p">{task.words}</OwnWords>}
          {mayAct(props) && !task.doneAt && (
            <ActForm
              table={afterwardsForms}
              of={ofForm(props)}
              act="done"
              hidden={{ taskId: task.id }}
              button={t('task_done_go')}
              children={null}
            />
          )}
        </Card>
      ))}
      {mayAct(props) && (
        <>
          <Decision
            table={afterwardsForms}
            of={ofForm(props)}
            act="contacts"
            summary={t('contact_new')}
            text={t('contact_text')}
            button={t('contact_go')}
          >
            <TextField {...form.field('contactOn')} label={t('day')} type="date" width="medium" />
          </Decision>
          <Decision
            table={afterwardsForms}
            of={ofForm(props)}
            act="tasks"
            summary={t('task_new')}
            button={t('task_go')}
          >
            <TextArea
              {...form.field('task')}
              label={t('task')}
              hint={t('task_hint')}
              rows={3}
              maxLength={500}
            />
            <Radios
              {...form.field('whose')}
              label={t('whose')}
              choices={WHOSE.map((value) => ({ value, label: t(`whose_${value}`) }))}
            />
            <TextField {...form.field('taskOn')} label={t('day')} type="date" width="medium" />
          </Decision>
        </>
      )}
    </section>
  );
}

function Answers({ questions, now }: Props): VNode | null {
  const t = useWords(consultationStaffMessages);
  const { day } = useFormats();
  if (questions.length === 0) return null;
  const say = ({ answer, dueOn }: (typeof questions)[number]) => {
    if (answer) return t(`helped_${answer}`);
    const isToCome = Temporal.PlainDate.compare(dueOn, dayInJapan(now)) > 0;
    return isToCome ? t('helped_later', { day: day(dueOn) }) : t('helped_silent');
  };
  return (
    <section>
      <Heading level={2}>{t('did_it_help')}</Heading>
      <Notice>
        {questions.map((question) => (
          <p>{t('after_months', { after: t(`after_${question.months}`), answer: say(question) })}</p>
        ))}
      </Notice>
    </section>
  );
}
