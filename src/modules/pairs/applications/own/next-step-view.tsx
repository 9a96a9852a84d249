import type { VNode } from 'preact';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { SlotRadios } from '../../../../kits/slots/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Actions, Button, Disclosure, Form, Link, OwnWords } from '../../../../ui/index.ts';
import type { Interview } from '../../interview/types.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsMessages } from '../../words.ts';
import type { Whole } from '../standing.ts';
import { nextStepOf } from './next-step.ts';
import { PROFILE_PAGES } from './profile-view.tsx';

interface Props {
  readonly whole: Whole;
  readonly form: FormState;
}

/** The one thing that the applicant does next, or waits for. */
export function OwnNextStep(props: Props): VNode {
  const t = useWords(pairsMessages);
  const step = nextStepOf(props.whole.standing);
  const { text = t(`next_${step}_text`), actions, children } = useHow(props, step);
  return (
    <NextStep title={t(`next_${step}`)} text={text} actions={actions}>
      {children}
    </NextStep>
  );
}

interface How {
  readonly text?: Words;
  readonly actions?: VNode;
  readonly children?: VNode;
}

/** How it is done: a button, or what is chosen in place. */
function useHow({ whole, form }: Props, step: ReturnType<typeof nextStepOf>): How {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { standing, times, profile, fees } = whole;
  const button = (href: string) => (
    <Button kind="main" href={href}>
      {t(`next_${step as 'sign_terms'}_go`)}
    </Button>
  );
  switch (step) {
    case 'choose_interview':
      return { children: <ChooseTime times={times} form={form} isNext /> };
    case 'go_to_interview':
      return standing.interview.is === 'ahead'
        ? { children: <InterviewAhead whole={whole} form={form} interview={standing.interview.interview} /> }
        : {};
    case 'sign_terms':
    case 'sign_again':
      return { actions: button(pairsPaths.terms()) };
    case 'pay': {
      const owed = fees.find(({ kind, state }) => kind === 'registration' && state === 'due');
      const amount = formats.yen(owed?.amount ?? 0);
      return { text: t('next_pay_text', { amount }), actions: button(pairsPaths.fees()) };
    }
    case 'finish_volunteering':
      return { actions: button(housePaths.volunteering()) };
    case 'complete_profile': {
      const [first = 'languages'] = profile.missing;
      const missing = formats.list(profile.missing.map((fact) => t(`profile_${fact}`)));
      return { text: t('next_complete_profile_text', { missing }), actions: button(PROFILE_PAGES[first]) };
    }
    default:
      return {};
  }
}

function InterviewAhead({ whole, form, interview }: Props & { readonly interview: Interview }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { startsAt, endsAt, place, whereWords } = interview;
  const isLink = /^https:\/\/\S+$/u.test(whereWords);
  return (
    <div class="stack">
      <p>
        <strong>{formats.span(startsAt, endsAt)}</strong>
      </p>
      <p>
        {t(`interview_${place}`)}{' '}
        {isLink ? <Link href={whereWords}>{whereWords}</Link> : <OwnWords>{whereWords}</OwnWords>}
      </p>
      <p>
        <Link href={pairsPaths.interviewCalendar()} kind="block">
          {t('interview_calendar')}
        </Link>
      </p>
      {whole.times.length > 0 && (
        <Disclosure summary={t('interview_choose_other')} open={form.refusalOf('slot') !== undefined}>
          <ChooseTime times={whole.times} form={form} />
        </Disclosure>
      )}
    </div>
  );
}

/** The times that coordinators keep open: one press, and it is agreed. */
function ChooseTime({
  times,
  form,
  isNext,
}: Pick<Whole, 'times'> & Pick<Props, 'form'> & { readonly isNext?: true }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Form action={pairsPaths.interviewTimes()} idempotencyKey={form.value('idempotency_key') || undefined}>
      <SlotRadios {...form.field('slot')} label={t('interview_choose')} slots={times} />
      <Actions>
        <Button kind={isNext ? 'main' : 'quiet'}>{t('interview_choose_go')}</Button>
      </Actions>
    </Form>
  );
}
