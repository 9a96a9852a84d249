import type pg from 'pg';
import { whyClosed } from '../../src/kits/slots/index.ts';
import { spotSetting } from '../../src/modules/spot/index.ts';

/** Who plays: people of the demonstration world, by their ids, and the days on which there can be visits. */
export interface Cast {
  readonly residents: readonly string[];
  readonly volunteers: readonly string[];
  readonly coordinators: readonly string[];
  readonly administrators: readonly string[];
  /** `2026-12-14`: days and starts that are each asked for once. */
  readonly times: readonly (readonly [day: string, start: string])[];
}

export async function readCast(pool: pg.Pool, now: Temporal.Instant): Promise<Cast> {
  const { rows } = await pool.query<{ role: string; ids: string[] }>(
    `select role, array_agg(person_id::text order by person_id) as ids from people.roles
     where until_on is null group by role`,
  );
  const of = (role: string) => rows.find((row) => row.role === role)?.ids ?? [];
  return {
    residents: of('resident'),
    volunteers: of('volunteer'),
    coordinators: of('coordinator'),
    administrators: of('administrator'),
    times: timesFrom(now),
  };
}

function timesFrom(now: Temporal.Instant): [string, string][] {
  const settings = spotSetting.value;
  const today = now.toZonedDateTimeISO(settings.timeZone).toPlainDate();
  return Array.from({ length: settings.mostDaysAhead - 12 }, (_, ahead) => today.add({ days: 10 + ahead }))
    .filter((day) => whyClosed(day, settings) === null)
    .flatMap((day) =>
      ['09:00', '10:30', '13:00', '14:30'].map((start): [string, string] => [String(day), start]),
    );
}
