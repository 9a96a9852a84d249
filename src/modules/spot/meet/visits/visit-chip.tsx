import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../../ui/index.ts';
import type { VolunteerVisit } from '../../store/lists/of-volunteer.ts';
import { spotMessages } from '../../words.ts';
import { isUnsettled } from '../rules/visit.ts';

/** How a visit stands for its volunteer. */
export type VisitStanding = 'waiting' | 'coming' | 'under_way' | 'to_report' | 'done' | 'not_held';

const TONES: Record<VisitStanding, Tone> = {
  waiting: 'waiting',
  coming: 'good',
  under_way: 'good',
  to_report: 'notice',
  done: 'plain',
  not_held: 'plain',
};

type Told = Pick<VolunteerVisit, 'requestState' | 'endsAt' | 'endedBecause' | 'hasReported'>;

export function standingOf(visit: Told, now: Temporal.Instant): VisitStanding {
  if (visit.endedBecause !== null && visit.endedBecause !== 'fulfilled') return 'not_held';
  const isOpen = visit.endedBecause === null;
  if (isOpen && isUnsettled({ state: visit.requestState, endsAt: visit.endsAt }, now)) return 'to_report';
  if (visit.requestState === 'accepted') return 'waiting';
  if (visit.requestState === 'confirmed') return 'coming';
  if (visit.requestState === 'in_progress') return 'under_way';
  return visit.hasReported ? 'done' : 'to_report';
}

/** The same word on the list of visits and on the visit's own page. */
export function VisitChip({ standing }: { standing: VisitStanding }): VNode {
  const t = useWords(spotMessages);
  return <StatusChip tone={TONES[standing]}>{t(`visit_${standing}`)}</StatusChip>;
}
