import type { VNode } from 'preact';
import { machineTime } from '../../../../platform/clock.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Link, Timeline } from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { spotMessages } from '../../words.ts';

/** Call names by id. */
export type Names = ReadonlyMap<string, string>;

interface DayProps {
  readonly visits: readonly VisitOnDay[];
  readonly now: Temporal.Instant;
  /** null where no names are shown. */
  readonly names: Names | null;
}

/** The visits of a day in order: who is out there now, what has been, what comes. */
export function DayTimeline(props: DayProps): VNode {
  const formats = useFormats();
  return (
    <Timeline
      items={props.visits.map((visit) => ({
        when: (
          <>
            {formats.time(visit.startsAt)}–{formats.time(visit.endsAt)}
          </>
        ),
        at: machineTime(visit.startsAt),
        title: <VisitTitle visit={visit} />,
        state: stateOf(visit),
        children: <VisitLine {...props} visit={visit} />,
      }))}
    />
  );
}

function stateOf(visit: VisitOnDay): 'past' | 'now' | 'next' {
  if (visit.checkedOutAt) return 'past';
  return visit.checkedInAt ? 'now' : 'next';
}

function VisitTitle({ visit }: { visit: VisitOnDay }): VNode {
  const spot = useWords(spotMessages);
  return (
    <Link href={spotPaths.deskRequest({ id: visit.requestId })}>
      {spot(`category_${visit.category}`)} ·{' '}
      {visit.placeKind === 'place' ? <Town place={visit} /> : spot(`place_kind_${visit.placeKind}`)}
    </Link>
  );
}

function VisitLine(props: DayProps & { visit: VisitOnDay }): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { visit, names, now } = props;
  const isLate =
    !visit.checkedInAt && visit.state === 'confirmed' && Temporal.Instant.compare(visit.startsAt, now) < 0;
  const name = (id: string) => names?.get(id) ?? t.plain('somebody');
  return (
    <>
      {names && (
        <p dir="auto">
          {t('two_people', { requester: name(visit.requesterId), volunteer: name(visit.volunteerId) })}
        </p>
      )}
      {visit.state === 'accepted' && <p>{t('not_confirmed_yet')}</p>}
      {visit.checkedInAt && <p>{t('met_at', { when: formats.time(visit.checkedInAt) })}</p>}
      {visit.checkedOutAt && <p>{t('ended_at', { when: formats.time(visit.checkedOutAt) })}</p>}
      {isLate && <p>{t('not_met_yet')}</p>}
    </>
  );
}
