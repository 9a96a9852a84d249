import type { VNode } from 'preact';
import { History } from '../../../kits/scenes/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../ui/index.ts';
import { pairsStaffMessages } from '../words.ts';
import type { DoneStep } from './store.ts';

/** What was done to an application or a pair, the earliest first, with what coordinators noted. @param props.say what an act did */
export function StepHistory(props: {
  readonly steps: readonly DoneStep[];
  readonly names: ReadonlyMap<string, string>;
  say(act: string): Words;
}): VNode {
  const t = useWords(pairsStaffMessages);
  const { steps, names, say } = props;
  return (
    <History
      title={t('history')}
      happenings={steps.toReversed().map(({ act, byPerson, reason, at }) => ({
        at,
        title: say(act),
        by: (when) =>
          byPerson
            ? t('by_at', { when, name: names.get(byPerson) ?? t.plain('somebody') })
            : t('by_house_at', { when }),
        ...(reason && { children: <OwnWords as="p">{reason}</OwnWords> }),
      }))}
    />
  );
}
