import type { VNode } from 'preact';
import { FilledIn } from '../../../kits/forms/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Notice, PageHead } from '../../../ui/index.ts';
import { EmergencyLine } from '../../safety/index.ts';
import { useSaid } from '../open/said.tsx';
import { eventsPaths } from '../paths.ts';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { surveyQuestions } from './questions.ts';

/** Two presses, and words for whoever has some. */
export function SurveyPage(props: {
  readonly event: Event;
  readonly form: FormState;
  /** The sealed link by which it was opened. */
  readonly link: string;
  /** Why nothing can be said now. */
  readonly whyNot: string | null;
}): VNode {
  const t = useWords(eventsMessages);
  const { event, form, link, whyNot } = props;
  const { title } = useSaid(event);
  return (
    <>
      <PageHead
        title={t('survey_title')}
        lead={title}
        back={{ href: eventsPaths.own({ token: link }), label: t('ahead_registration') }}
      />
      {whyNot ? (
        <Notice>{t(whyNot as 'survey_comes_later' | 'survey_is_for_the_seated')}</Notice>
      ) : (
        <>
          <p>{t('survey_lead')}</p>
          <EmergencyLine />
          <FilledIn
            of={surveyQuestions.form}
            form={form}
            action={eventsPaths.answers({ token: link })}
            button={t('survey_send')}
          />
        </>
      )}
    </>
  );
}
