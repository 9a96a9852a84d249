import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Heading, Link } from '../../../ui/index.ts';
import { paragraphsOf } from '../guide/reading.ts';
import { guidesPaths } from '../paths.ts';
import { guidesMessages } from '../words.ts';
import { FactLines } from './fact-line.tsx';
import type { GuideProps } from './guide-props.ts';
import { useStep } from './saying.tsx';

interface StepProps extends GuideProps {
  readonly stepId: string;
  /** From 1. */
  readonly number: number;
}

/** One step: what to do, the facts that it needs, and whether that was right. */
export function StepView(props: StepProps): VNode {
  const { guide, stepId, number, factsOf, today } = props;
  const { step, say } = useStep(guide, stepId);
  const facts = factsOf.get(stepId) ?? [];
  return (
    <li class="stack" id={`step-${number}`}>
      <Heading level={2}>
        {number}. {say(step.title)}
      </Heading>
      {paragraphsOf(step.text).map((paragraph) => (
        <p>{say(paragraph)}</p>
      ))}
      <FactLines facts={facts} today={today} />
      <WasThisRight {...props} />
    </li>
  );
}

/** Yes or no, and nothing of whoever says it. */
function WasThisRight({ guide, number, isWriter }: StepProps): VNode {
  const t = useWords(guidesMessages);
  const action = guidesPaths.answers({ slug: guide.slug, step: `${number}` });
  return (
    <div class="row" data-screen-only>
      <span class="quiet">{t('was_this_right')}</span>
      <div class="row">
        <ActionForm
          action={action}
          hidden={{ said: 'right' }}
          label={t.plain('it_was_right', { step: number })}
        >
          {t('yes')}
        </ActionForm>
        <ActionForm
          action={action}
          hidden={{ said: 'wrong' }}
          label={t.plain('it_was_not_right', { step: number })}
        >
          {t('no')}
        </ActionForm>
      </div>
      {isWriter && (
        <Link href={`${guidesPaths.deskSource({ id: guide.id })}#step${number}Title`}>
          {t('step_change')}
        </Link>
      )}
    </div>
  );
}
