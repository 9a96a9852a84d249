import type { ComponentChildren, VNode } from 'preact';
import { peoplePaths } from '../modules/people/index.ts';
import {
  listVisitsAhead,
  listVolunteerRecords,
  spotPaths,
  type VolunteerVisit,
} from '../modules/spot/index.ts';
import {
  countOpenConcernsWith,
  findStanding,
  type Rest,
  restOf,
  type Standing,
} from '../modules/trust/index.ts';
import type { Database } from '../platform/database/connect.ts';
import { ask } from '../platform/database/questions.ts';
import { useFormats, useWords } from '../platform/languages/reading.tsx';
import { Card, Link, SummaryList } from '../ui/index.ts';
import { staffPageMessages } from './pages.ts';

interface Glance {
  readonly personId: string;
  readonly standing: Standing;
  readonly rest: Rest | null;
  readonly nextVisit: VolunteerVisit | null;
  readonly lastAskedAt: Temporal.Instant | null;
  readonly visitsDone: number;
  /** How many; what they say stands behind the link, on the record. None about whoever reads. */
  readonly openConcerns: number;
}

/** What a coordinator needs to know of a volunteer before reading on: may they be asked, and what happens with them. */
export async function glanceAtVolunteer(
  db: Database,
  about: { readonly personId: string; readonly readerId: string; readonly now: Temporal.Instant },
): Promise<VNode> {
  const { personId, readerId, now } = about;
  const visits = (await listVisitsAhead(db, personId)).filter(isPromised);
  const record = (await listVolunteerRecords(db, [personId])).get(personId);
  return (
    <VolunteerGlance
      personId={personId}
      standing={await findStanding(db, personId, now)}
      rest={await ask(db, restOf(personId, now))}
      nextVisit={visits[0] ?? null}
      lastAskedAt={record?.lastAskedAt ?? null}
      visitsDone={record?.visitsDone ?? 0}
      openConcerns={await countOpenConcernsWith(db, { personId, readerId })}
    />
  );
}

const PROMISED = ['accepted', 'confirmed', 'in_progress'];

function isPromised({ requestState }: VolunteerVisit): boolean {
  return PROMISED.includes(requestState);
}

/** The last day on which everything that is asked of them holds; null when nothing of it runs out. */
export function approvedUntil({
  steps,
  needsInsurance,
  insurance,
}: Pick<Standing, 'steps' | 'needsInsurance' | 'insurance'>): Temporal.PlainDate | null {
  const ends = steps.flatMap(({ isRequired, untilOn }) => (isRequired && untilOn ? [untilOn] : []));
  if (needsInsurance && insurance) ends.push(insurance.untilOn);
  return ends.toSorted(Temporal.PlainDate.compare)[0]?.subtract({ days: 1 }) ?? null;
}

function VolunteerGlance(props: Glance): VNode {
  const t = useWords(staffPageMessages);
  const formats = useFormats();
  const { personId, nextVisit, lastAskedAt, openConcerns } = props;
  const rows: readonly (readonly [ComponentChildren, ComponentChildren])[] = [
    [t('glance_approval'), useApproval(props)],
    [
      t('glance_next_visit'),
      nextVisit ? (
        <Link href={spotPaths.deskRequest({ id: nextVisit.requestId })}>
          {formats.span(nextVisit.startsAt, nextVisit.endsAt)}
        </Link>
      ) : (
        t('glance_none')
      ),
    ],
    [t('glance_last_asked'), lastAskedAt ? formats.day(lastAskedAt) : t('glance_never')],
    [t('glance_visits_done'), t('glance_times', { count: props.visitsDone })],
    [
      t('glance_concerns'),
      openConcerns > 0 ? (
        <Link href={peoplePaths.personTies({ id: personId })}>
          {t('glance_open', { count: openConcerns })}
        </Link>
      ) : (
        t('glance_none')
      ),
    ],
  ];
  return (
    <Card title={t('glance_title')} level={2}>
      <SummaryList rows={rows.map(([label, value]) => ({ label, value }))} />
    </Card>
  );
}

/** Whether they may be asked, until when, and what stands in the way. */
function useApproval({ standing, rest }: Glance): ComponentChildren {
  const t = useWords(staffPageMessages);
  const formats = useFormats();
  if (!standing.approvedSince) return t('glance_not_approved');
  const until = approvedUntil(standing);
  const lines: ComponentChildren[] = [];
  if (standing.restrictions.some(({ kind }) => kind === 'suspension')) lines.push(t('glance_suspended'));
  if (standing.missing.length > 0) lines.push(t('glance_step_missing'));
  if (standing.needsInsurance && !standing.insurance) lines.push(t('glance_uninsured'));
  if (lines.length === 0)
    lines.push(until ? t('glance_until', { day: formats.day(until) }) : t('glance_for_good'));
  if (rest) {
    lines.push(
      rest.backOn ? t('glance_rests_until', { backOn: formats.day(rest.backOn) }) : t('glance_rests'),
    );
  }
  return lines.map((line) => <div>{line}</div>);
}
