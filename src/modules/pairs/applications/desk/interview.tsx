import type { VNode } from 'preact';
import { Decision } from '../../../../kits/acts/index.ts';
import { Fields } from '../../../../kits/forms/index.ts';
import { SlotRadios } from '../../../../kits/slots/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Heading, OwnWords, SummaryList } from '../../../../ui/index.ts';
import { interviewForm } from '../../interview/form.ts';
import { interviewGuide } from '../../interview/guide.ts';
import { mayRecord } from '../../interview/rules.ts';
import type { Interview } from '../../interview/types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { deskForms } from './forms.ts';
import { type DeskProps, shownIn } from './scene.ts';

/** Interviews of an application: those held with what was noted, the time that is set, and the guide for notes. */
export function InterviewPart(props: DeskProps): VNode {
  const t = useWords(pairsStaffMessages);
  const { scene, form, now } = props;
  const { interviews, times, standing } = scene;
  const of = shownIn(props);
  return (
    <section class="stack" id="interviews">
      <Heading level={2}>{t('interviews')}</Heading>
      {interviews.length === 0 && <p class="quiet">{t('no_interview_yet')}</p>}
      {interviews.map((interview) => (
        <InterviewCard interview={interview} name={scene.names.get(interview.hostId)} />
      ))}
      {times.length > 0 && (
        <Decision
          table={deskForms}
          act="interview-times"
          of={of}
          summary={t('set_interview')}
          text={t('set_interview_text')}
          button={t('set_interview_go')}
        >
          <SlotRadios {...form.field('slot')} label={t('open_times')} slots={times} />
        </Decision>
      )}
      {mayRecord(standing.interview, now).ok && (
        <Decision
          table={deskForms}
          act="interview-outcomes"
          of={of}
          open={standing.interview.is === 'ahead'}
          summary={t('record_interview')}
          text={t('record_interview_text')}
          button={t('record_interview_go')}
        >
          <Fields of={interviewForm} form={form} />
        </Decision>
      )}
    </section>
  );
}

function InterviewCard({
  interview,
  name,
}: {
  readonly interview: Interview;
  readonly name: string | undefined;
}): VNode {
  const t = useWords(pairsStaffMessages);
  const locale = useLocale();
  const { startsAt, endsAt, place, whereWords, outcome, notes } = interview;
  const said = notes ? interviewGuide.say(notes, locale).filter(({ id }) => notes.answers[id]) : [];
  return (
    <Card title={useFormats().span(startsAt, endsAt)} level={3}>
      <p>
        {t('interview_with', { name: name ?? t.plain('somebody') })} ·{' '}
        {t(outcome ? `outcome_${outcome}` : 'outcome_is_open')}
      </p>
      {whereWords && (
        <p>
          {t(`interview_at_${place}`)} <OwnWords>{whereWords}</OwnWords>
        </p>
      )}
      <SummaryList
        rows={said.map(({ question, answer, isOwnWords }) => ({
          label: question,
          value: isOwnWords ? <OwnWords as="p">{answer as string}</OwnWords> : answer,
        }))}
      />
    </Card>
  );
}
