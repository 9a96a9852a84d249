import type { VNode } from 'preact';
import { type Happening, History } from '../../../kits/scenes/index.ts';
import { isBefore } from '../../../platform/clock.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../ui/index.ts';
import { sayCorrection } from '../ask/correct/correction-words.tsx';
import type { HistoryLine, VisitRecord } from '../types.ts';
import { spotMessages } from '../words.ts';
import type { RequestScene } from './scene.ts';

type HistoryProps = Pick<
  RequestScene,
  'request' | 'history' | 'corrections' | 'assignment' | 'visit' | 'now'
>;

/** What is agreed for the future and what happened so far, the newest first as in every history. */
export function RequestHistory(props: HistoryProps): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const { history, corrections, visit } = props;
  const happenings: Happening[] = [
    ...history.map((line) => ({ at: line.at, wasAt: toldAt(line, visit), title: t(`act_${line.act}`) })),
    ...corrections.map(({ reason, ...one }) => ({
      at: one.at,
      icon: 'change' as const,
      title: t('was_corrected_from_to', sayCorrection({ reason, ...one }, locale)),
      children: reason && <OwnWords as="p">{reason}</OwnWords>,
    })),
  ];
  return <History happenings={[...happenings, ...usePlanned(props)]} />;
}

/** The visit that is agreed or offered, while it is still ahead. */
function usePlanned({ request: { state }, assignment, now }: Omit<HistoryProps, 'history'>): Happening[] {
  const t = useWords(spotMessages);
  const isPlanned = (state === 'accepted' || state === 'confirmed') && assignment?.isActive;
  if (!isPlanned || !isBefore(now, assignment.startsAt)) return [];
  const title = t(state === 'confirmed' ? 'visit_planned' : 'visit_offered');
  return [{ at: assignment.startsAt, title, state: 'next' }];
}

/** Of a visit's begin and end, which may have been told only later, when it was told to be. */
function toldAt({ act }: HistoryLine, visit: VisitRecord | null): Temporal.Instant | null {
  if (act === 'check_in') return visit?.checkedInAt ?? null;
  return act === 'check_out' ? (visit?.checkedOutAt ?? null) : null;
}
