import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { choice, wholeNumber } from '../../../platform/web/form-fields.ts';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import {
  ActionForm,
  Actions,
  Card,
  Disclosure,
  EmptyState,
  Heading,
  OwnWords,
  PageHead,
} from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { WayOut } from '../ask/views.tsx';
import { asker } from '../own/relation.ts';
import { consultationPaths } from '../paths.ts';
import { findMatter } from '../store/matters.ts';
import { numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { endOwnTask, sayWhetherItHelped } from './commands.ts';
import { type Afterwards, findOwnAfterwards } from './find.ts';
import { ANSWERS, ASKED_AFTER, type Months, openQuestion } from './rules.ts';
import type { Advice } from './store.ts';

type Props = Afterwards & { readonly now: Temporal.Instant };

/** What was advised, what comes next, and whether it has helped: for whoever has asked. */
function OwnAdvicePage(props: Props): VNode {
  const { matter, advices } = props;
  const t = useWords(consultationMessages);
  return (
    <>
      <WayOut />
      <PageHead
        title={t('advice_title')}
        back={{
          href: consultationPaths.consultation(matter),
          label: t('matter_title', { number: numberOfMatter(matter) }),
        }}
      />
      <DidItHelp {...props} />
      {advices.length === 0 && <EmptyState title={t('advice_none')}>{t('advice_none_text')}</EmptyState>}
      {advices.map((advice) => (
        <OneAdvice advice={advice} />
      ))}
      <WhatComesNext {...props} />
    </>
  );
}

function DidItHelp({ matter, questions, now }: Props): VNode | null {
  const t = useWords(consultationMessages);
  const open = openQuestion(questions, dayInJapan(now));
  if (!open) return null;
  return (
    <Card level={2} title={t('help_title')}>
      <p>{t('help_text')}</p>
      <Actions>
        {ANSWERS.map((answer) => (
          <ActionForm
            id={`answer-${answer}`}
            action={consultationPaths.consultationAnswers(matter)}
            hidden={{ months: String(open.months), answer }}
          >
            {t(`help_${answer}`)}
          </ActionForm>
        ))}
      </Actions>
    </Card>
  );
}

function OneAdvice({ advice }: { readonly advice: Advice }): VNode {
  const t = useWords(consultationMessages);
  const locale = useLocale();
  const { day } = useFormats();
  const language = talkLanguageName(advice.language, locale);
  return (
    <section>
      <Heading level={2}>
        {t('advice_of', { day: day(dayInJapan(advice.givenAt ?? advice.writtenAt)) })}
      </Heading>
      <OwnWords as="p">{advice.words}</OwnWords>
      {advice.language !== 'ja' && <p>{t(`words_by_${advice.origin}`, { language })}</p>}
      {advice.reader && <p>{t('advice_read_by', { reader: advice.reader })}</p>}
      {advice.language !== 'ja' && (
        <Disclosure summary={t('advice_in_japanese')}>
          <OwnWords as="p">{advice.japanese}</OwnWords>
        </Disclosure>
      )}
    </section>
  );
}

function WhatComesNext({ matter, tasks }: Props): VNode | null {
  const t = useWords(consultationMessages);
  const { day } = useFormats();
  if (tasks.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('tasks_title')}</Heading>
      {tasks.map((task) => (
        <Card
          level={3}
          title={
            task.kind === 'contact'
              ? t('we_speak_on', { day: day(task.onDay) })
              : t(`whose_${task.whose}`, { day: day(task.onDay) })
          }
        >
          {task.words !== '' && <OwnWords as="p">{task.words}</OwnWords>}
          {task.doneAt && <p>{t('task_done')}</p>}
          {task.whose === 'resident' && !task.doneAt && (
            <ActionForm
              id={`task-${task.id}`}
              action={consultationPaths.consultationTasks(matter)}
              hidden={{ taskId: task.id }}
            >
              {t('task_done_go')}
            </ActionForm>
          )}
        </Card>
      ))}
    </section>
  );
}

const months = wholeNumber(1, 3).refine((typed) =>
  ASKED_AFTER.includes(typed as Months),
) as unknown as z.ZodType<Months>;

/** It is their own: looking at it leaves no entry. */
export const ownAfterwardsRoutes: readonly Route[] = [
  get({
    path: consultationPaths.consultationAdvice,
    access: [asker],
    audit: null,
    async handle({ db, params, locale, now }) {
      const found = await findOwnAfterwards(db, params.id);
      if (!found) return missing();
      const title = consultationMessages.in(locale).plain('advice_title');
      return { ...page(title, <OwnAdvicePage {...found} now={now} />), isShownOnce: true };
    },
  }),
  post({
    path: consultationPaths.consultationAnswers,
    access: [asker],
    audit: 'consultations.question.answered',
    form: z.object({ months, answer: choice(ANSWERS) }),
    async handle(call) {
      const { db, params, fields, now, locale } = call;
      const matter = await findMatter(db, params.id);
      if (!matter) return missing();
      const outcome = await sayWhetherItHelped(db, { matter, now, ...fields });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({
        subjectIds: [matter.residentId],
        object: { kind: 'consultations.matter', id: matter.id },
      });
      const text = consultationMessages.in(locale).noted('help_thanks');
      return redirect(consultationPaths.consultationAdvice(params), { tone: 'done', text });
    },
  }),
  post({
    path: consultationPaths.consultationTasks,
    access: [asker],
    audit: 'consultations.task.ended',
    form: z.object({ taskId: z.uuid() }),
    async handle(call) {
      const { db, params, fields, now, locale } = call;
      const matter = await findMatter(db, params.id);
      if (!matter) return missing();
      const outcome = await endOwnTask(db, { matter, now, taskId: fields.taskId });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({
        subjectIds: [matter.residentId],
        object: { kind: 'consultations.matter', id: matter.id },
      });
      const text = consultationMessages.in(locale).noted('task_was_done');
      return redirect(consultationPaths.consultationAdvice(params), { tone: 'done', text });
    },
  }),
];
