import type { VNode } from 'preact';
import type { Page } from '../../../../platform/database/paging.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  Link,
  ListPager,
  PageHead,
  StatusChip,
  type Tone,
} from '../../../../ui/index.ts';
import { isUnsettled } from '../../rules/visit.ts';
import type { VolunteerVisit } from '../../store/lists/of-volunteer.ts';
import { spotMessages } from '../../words.ts';
import { Town } from '../town.tsx';
import { volunteeringMessages } from '../words.ts';

type Standing = 'waiting' | 'coming' | 'under_way' | 'to_report' | 'done' | 'not_held';

const TONES: Record<Standing, Tone> = {
  waiting: 'waiting',
  coming: 'good',
  under_way: 'good',
  to_report: 'notice',
  done: 'plain',
  not_held: 'plain',
};

/** How a visit stands for its volunteer. */
function standingOf(visit: VolunteerVisit): Standing {
  if (visit.endedBecause !== null && visit.endedBecause !== 'fulfilled') return 'not_held';
  if (visit.requestState === 'accepted') return 'waiting';
  if (visit.requestState === 'confirmed') return 'coming';
  if (visit.requestState === 'in_progress') return 'under_way';
  return visit.hasReported ? 'done' : 'to_report';
}

/** A volunteer's visits: what is to be done first, then the past in pages. */
export function VisitListPage(props: {
  ahead: readonly VolunteerVisit[];
  past: Page<VolunteerVisit>;
  /** Behind which past visit this page begins; null for the first, which alone shows what lies ahead. */
  after: string | null;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(volunteeringMessages);
  const { ahead, past, after } = props;
  return (
    <>
      <PageHead title={t('visits_title')} back={{ href: '/spot/offers', label: t('offers_title') }} />
      {after === null && ahead.length === 0 && (
        <EmptyState
          title={t('no_visits_ahead')}
          level={2}
          actions={<Button href="/spot/offers">{t('see_offers')}</Button>}
        >
          {t('no_visits_ahead_text')}
        </EmptyState>
      )}
      {ahead.map((visit) => (
        <VisitCard visit={visit} now={props.now} />
      ))}
      {past.rows.length > 0 && <Heading level={2}>{t('past_visits')}</Heading>}
      {past.rows.map((visit) => (
        <VisitCard visit={visit} now={props.now} />
      ))}
      <ListPager path="/spot/visits" after={after} next={past.next} />
    </>
  );
}

/** A visit on its volunteer's lists: when, what, where, how it stands. */
export function VisitCard({ visit, now }: { visit: VolunteerVisit; now: Temporal.Instant }): VNode {
  const t = useWords(volunteeringMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const standing =
    visit.endedBecause === null && isUnsettled({ state: visit.requestState, endsAt: visit.endsAt }, now)
      ? 'to_report'
      : standingOf(visit);
  const when = formats.span(visit.startsAt, visit.endsAt);
  return (
    <Card
      id={`visit-${visit.assignmentId}`}
      level={standing === 'done' || standing === 'not_held' ? 3 : 2}
      title={standing === 'not_held' ? when : <Link href={`/spot/visits/${visit.requestId}`}>{when}</Link>}
      aside={<StatusChip tone={TONES[standing]}>{t(`visit_${standing}`)}</StatusChip>}
    >
      <p>{spot(`category_${visit.category}`)}</p>
      <p class="quiet">
        {visit.placeKind === 'place' ? <Town place={visit} /> : spot(`place_kind_${visit.placeKind}`)}
      </p>
    </Card>
  );
}
