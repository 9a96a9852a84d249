import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, question } from '../../../../platform/database/questions.ts';
import type { Course } from '../../types.ts';
import type { IncidentKind } from './incidents.ts';

/** What went wrong on a day and waits: a hand-over of which nothing is written, an incident that is not closed. */
export const WORRY_KINDS = ['class_handover', 'class_incident'] as const;
export type WorryKind = (typeof WORRY_KINDS)[number];

export interface DayWorry {
  /** Of the incident; of the session for a hand-over. */
  readonly id: string;
  readonly kind: WorryKind;
  readonly sessionId: string;
  readonly texts: Course['texts'];
  /** When it happened. */
  readonly at: Temporal.Instant;
  /** Children handed to somebody on no list; 1 for an incident. */
  readonly count: number;
  /** Null for a hand-over. */
  readonly incident: IncidentKind | null;
  /** Whether somebody has spoken with the family; true where it is about nobody in particular. */
  readonly isTold: boolean;
}

const MOST = 50;

/** Hand-overs without match stay until they are written down as an incident about that child, incidents until they are closed. */
export function dayWorries(): Question<readonly DayWorry[]> {
  const statement = sql`
    select w.*, c.texts from (
      select i.id, 'class_incident' as kind, i.session_id as "sessionId", i.happened_at as at, 1 as count,
        i.kind::text as incident, i.child_id is null or i.told_at is not null as "isTold"
      from classes.incidents i where i.closed_at is null
      union all
      select p.session_id, 'class_handover', p.session_id, min(p.pressed_at), count(distinct p.child_id)::integer, null, false
      from classes.presence_entries p
      where p.match = 'unlisted'
        and not exists (select from classes.presence_entries u where u.session_id = p.session_id and u.act = 'undo'
          and u.undoes_device = p.device and u.undoes_seq = p.seq)
        and not exists (select from classes.incidents i
          where i.child_id = p.child_id and i.session_id = p.session_id and i.kind = 'handover')
      group by p.session_id
    ) w
    join classes.sessions s on s.id = w."sessionId" join classes.courses c on c.id = s.course_id
    order by w.at, w.id limit ${MOST}`;
  return question<DayWorry, readonly DayWorry[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, at: readInstant(row.at) })),
  );
}
