import type { VNode } from 'preact';
import type { Page } from '../../../../platform/database/paging.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  Link,
  PageHead,
  Pager,
  pagesBehind,
} from '../../../../ui/index.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import type { VolunteerVisit } from '../../store/lists/of-volunteer.ts';
import { spotMessages } from '../../words.ts';
import { standingOf, VisitChip } from './visit-chip.tsx';

/** A volunteer's visits: what is to be done first, then the past in pages. */
export function VisitListPage(props: {
  ahead: readonly VolunteerVisit[];
  past: Page<VolunteerVisit>;
  /** Behind which past visit this page begins; null for the first, which alone shows what lies ahead. */
  after: string | null;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(spotMessages);
  const { ahead, past, after } = props;
  return (
    <>
      <PageHead title={t('visits_title')} back={{ href: spotPaths.offers(), label: t('offers_title') }} />
      {after === null && ahead.length === 0 && (
        <EmptyState
          title={t('no_visits_ahead')}
          actions={<Button href={spotPaths.offers()}>{t('see_offers')}</Button>}
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
      <Pager {...pagesBehind({ path: spotPaths.visits(), after, next: past.next })} />
    </>
  );
}

/** A visit on its volunteer's lists: when, what, where, how it stands. */
export function VisitCard({ visit, now }: { visit: VolunteerVisit; now: Temporal.Instant }): VNode {
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const standing = standingOf(visit, now);
  const when = formats.span(visit.startsAt, visit.endsAt);
  return (
    <Card
      id={`visit-${visit.assignmentId}`}
      level={standing === 'done' || standing === 'not_held' ? 3 : 2}
      title={
        standing === 'not_held' ? when : <Link href={spotPaths.visit({ id: visit.requestId })}>{when}</Link>
      }
      aside={<VisitChip standing={standing} />}
    >
      <p>{spot(`category_${visit.category}`)}</p>
      <p class="quiet">
        {visit.placeKind === 'place' ? <Town place={visit} /> : spot(`place_kind_${visit.placeKind}`)}
      </p>
    </Card>
  );
}
