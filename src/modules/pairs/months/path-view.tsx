import type { VNode } from 'preact';
import { PathPlot } from '../../../kits/plots/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { pairsMessages } from '../words.ts';
import { countByKind, type Happened } from './rules/activities.ts';
import { type Begun, endOfMonth, MONTHS, type Month, monthsOver } from './rules/calendar.ts';
import { ACTIVITY_KINDS } from './types.ts';

interface PathProps {
  readonly pair: Begun;
  readonly happened: readonly Happened[];
  readonly today: Temporal.PlainDate;
}

/** Six months as a path: how often they were in touch in those behind, until when this one goes, when the others end. */
export function MonthsPath(props: PathProps): VNode {
  const t = useWords(pairsMessages);
  return (
    <PathPlot
      caption={t('months_path')}
      steps={MONTHS.map((month) => {
        const counts = countByKind(props.happened, month);
        const isEmpty = Object.keys(counts).length === 0;
        return {
          label: t('months_nth', { month }),
          state: stateOf(month, monthsOver(props.pair, props.today)) ?? (isEmpty ? 'missed' : 'past'),
          words: <MonthWords {...props} month={month} />,
        };
      })}
    />
  );
}

/** Null for one that is behind. */
function stateOf(month: Month, over: number) {
  if (month <= over) return null;
  return month === over + 1 ? 'now' : 'next';
}

function MonthWords({ pair, happened, today, month }: PathProps & { month: Month }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const over = monthsOver(pair, today);
  const counts = countByKind(happened, month);
  const said: Words[] = ACTIVITY_KINDS.flatMap((kind) =>
    counts[kind] ? [t(`activity_count_${kind}`, { count: counts[kind] })] : [],
  );
  const until = formats.shortDay(endOfMonth(pair, month, today).subtract({ days: 1 }), today.year);
  return (
    <>
      {month > over && <>{t('months_until', { day: until })}</>}
      {month <= over && said.length === 0 && t('months_nothing')}
      {said.map((one, at) => (
        <>
          {(at > 0 || month > over) && <br />}
          {one}
        </>
      ))}
    </>
  );
}
