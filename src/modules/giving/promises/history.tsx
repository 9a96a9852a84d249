import type { VNode } from 'preact';
import { type Happening, History } from '../../../kits/scenes/index.ts';
import type { Messages, Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../ui/index.ts';
import { givingMessages } from '../words.ts';
import type { PromiseStep } from './types.ts';

/** What became of a promise, and who did it: in the words of whoever reads. */
export function PromiseHistory(props: {
  readonly title: Words;
  readonly steps: readonly PromiseStep[];
  readonly words: Pick<Messages<'promise_by'>, 'in'>;
}): VNode {
  const t = useWords(givingMessages);
  const said = props.words.in(useLocale());
  const { yen, day } = useFormats();
  const happenings = props.steps
    .toReversed()
    .map(({ act, party, amounts, pausedUntil, reason, at }): Happening => {
      const filled = {
        ...(amounts && { before: yen(amounts.before), after: yen(amounts.after) }),
        ...(pausedUntil && { day: day(pausedUntil) }),
      };
      return {
        at,
        title: t(`promise_step_${act}`, filled),
        by: (when: Words) => said('promise_by', { when, party }),
        ...(reason && { children: <OwnWords as="p">{reason}</OwnWords> }),
      };
    });
  return <History title={props.title} happenings={happenings} />;
}
