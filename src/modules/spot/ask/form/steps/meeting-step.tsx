import type { ComponentChildren, VNode } from 'preact';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { Step, StepsEnd } from '../../../../../ui/index.ts';
import type { SpotSettings } from '../../../settings.ts';
import type { Home } from '../place.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';
import { stepProps } from './steps.ts';
import { Talk, Wishes } from './talk-and-wishes.tsx';
import { WhenFields } from './when-fields.tsx';
import { WhereFields } from './where-fields.tsx';

/** When, where and in which language they meet, and what else is wished; the last step, with the way on. */
export function MeetingStep(props: {
  readonly form: FormState;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
  /** Where they live, to be chosen as the place with one press. */
  readonly home: Home | null;
  /** Where nothing is kept on the way: the town of a postcode is found when the form is sent. */
  readonly isWithoutFinding?: boolean;
  readonly of?: AskedOf;
  /** What ends the form. */
  readonly children: ComponentChildren;
}): VNode {
  const t = useAskWords(props.of);
  return (
    <Step title={t('step_meeting')} {...stepProps('meeting')}>
      <WhenFields {...props} />
      <WhereFields {...props} />
      <Talk {...props} />
      <Wishes {...props} />
      <StepsEnd>{props.children}</StepsEnd>
    </Step>
  );
}
