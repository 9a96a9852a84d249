import type { VNode } from 'preact';
import { machineTime } from '../../../platform/clock.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords, Timeline } from '../../../ui/index.ts';
import { sayCorrection } from '../ask/correct/correction-words.tsx';
import type { Correction } from '../store/corrections.ts';
import type { Assignment, HistoryLine, SupportRequest, VisitRecord } from '../types.ts';
import { spotMessages } from '../words.ts';

/** What is agreed for the future and what happened so far, the newest first as in every history. */
export function RequestHistory(props: {
  request: SupportRequest;
  history: readonly HistoryLine[];
  corrections: readonly Correction[];
  assignment: Assignment | null;
  visit: VisitRecord | null;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { assignment, now } = props;
  const past = props.history.map((line) => {
    const at = happenedAt(line, props.visit);
    return { order: line.at, when: formats.dayTime(at), at: machineTime(at), title: t(`act_${line.act}`) };
  });
  const corrected = props.corrections.map((one) => ({
    order: one.at,
    when: formats.dayTime(one.at),
    at: machineTime(one.at),
    icon: 'change' as const,
    title: t('was_corrected_from_to', sayCorrection(one, locale)),
    children: one.reason && <OwnWords as="p">{one.reason}</OwnWords>,
  }));
  const behind = [...past, ...corrected].sort((one, other) =>
    Temporal.Instant.compare(one.order, other.order),
  );
  const isPlanned = ['accepted', 'confirmed'].includes(props.request.state);
  const isAhead = isPlanned && assignment?.isActive && Temporal.Instant.compare(assignment.startsAt, now) > 0;
  const next = isAhead
    ? [
        {
          when: formats.dayTime(assignment.startsAt),
          at: machineTime(assignment.startsAt),
          title: t(props.request.state === 'confirmed' ? 'visit_planned' : 'visit_offered'),
          state: 'next' as const,
        },
      ]
    : [];
  return (
    <section class="stack">
      <h2>{t('history_title')}</h2>
      <Timeline items={[...next, ...behind.toReversed()]} />
    </section>
  );
}

/** When it was: of a visit's begin and end, which may have been told only later, what was told. */
function happenedAt({ act, at }: HistoryLine, visit: VisitRecord | null): Temporal.Instant {
  if (act === 'check_in') return visit?.checkedInAt ?? at;
  if (act === 'check_out') return visit?.checkedOutAt ?? at;
  return at;
}
