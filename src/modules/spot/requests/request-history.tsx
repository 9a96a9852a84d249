import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Timeline } from '../../../ui/index.ts';
import type { Assignment, HistoryLine, SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';

/** What happened so far, and what is agreed for the future. */
export function RequestHistory(props: {
  request: SupportRequest;
  history: readonly HistoryLine[];
  assignment: Assignment | null;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { assignment, now } = props;
  const past = props.history.map((line) => ({
    when: formats.dayTime(line.at),
    at: line.at.toString(),
    title: t(`act_${line.act}`),
  }));
  const isPlanned = ['accepted', 'confirmed'].includes(props.request.state);
  const isAhead = isPlanned && assignment?.isActive && Temporal.Instant.compare(assignment.startsAt, now) > 0;
  const next = isAhead
    ? [
        {
          when: formats.dayTime(assignment.startsAt),
          at: assignment.startsAt.toString(),
          title: t('visit_planned'),
          state: 'next' as const,
        },
      ]
    : [];
  return (
    <section class="stack">
      <h2>{t('history_title')}</h2>
      <Timeline items={[...past, ...next]} />
    </section>
  );
}
