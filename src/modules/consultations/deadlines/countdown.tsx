import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, SummaryList, type Tone } from '../../../ui/index.ts';
import type { Deadline } from '../store/deadlines.ts';
import { consultationMessages } from '../words.ts';
import { daysLeft, isNear } from './rules.ts';

/** Days after which something is too late, and how long that is, in plain words. */
export function Countdown(props: {
  readonly deadlines: readonly Deadline[];
  readonly today: Temporal.PlainDate;
  /** What can be done with one, behind it. */
  readonly act?: (deadline: Deadline) => VNode | null;
}): VNode {
  const t = useWords(consultationMessages);
  const { day } = useFormats();
  return (
    <SummaryList
      rows={props.deadlines.map((deadline) => ({
        label: t(`deadline_${deadline.kind}`),
        value: (
          <>
            {day(deadline.onDay)} <Left deadline={deadline} today={props.today} />
            {props.act?.(deadline)}
          </>
        ),
      }))}
    />
  );
}

function Left({
  deadline,
  today,
}: {
  readonly deadline: Deadline;
  readonly today: Temporal.PlainDate;
}): VNode {
  const t = useWords(consultationMessages);
  const left = daysLeft(deadline, today);
  if (deadline.doneAt) return <StatusChip tone="good">{t('deadline_done')}</StatusChip>;
  const tone: Tone = isNear(deadline, today) ? 'danger' : 'plain';
  return (
    <StatusChip tone={tone}>{left < 0 ? t('deadline_over') : t('deadline_left', { count: left })}</StatusChip>
  );
}
