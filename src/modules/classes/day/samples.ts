import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples } from '../../../platform/parts/sampling.ts';

/** What there is to look at of a day that is still written; nobody's where a world has none. */
export interface ClassDayWorld {
  readonly writtenSessionId: string;
  readonly writtenChildId: string;
  readonly writtenGuardianId: string;
  readonly writerId: string;
  readonly writtenIncidentId: string;
}

const findRecords = (db: Database) =>
  db
    .selectFrom('classes.records as r')
    .innerJoin('classes.sessions as d', 'd.id', 'r.session_id')
    .innerJoin('classes.children as c', 'c.id', 'r.child_id')
    .leftJoin('classes.incidents as i', 'i.session_id', 'r.session_id')
    .select(['r.session_id', 'r.child_id', 'r.written_by', 'c.answered_by', 'i.id as incident_id'])
    .orderBy('d.starts_at', 'desc')
    .orderBy('i.reported_at')
    .orderBy('r.id')
    .execute();

const at = (rest: (world: ClassDayWorld) => string) => ({
  path: (world: ClassDayWorld) => `/classes/sessions/${world.writtenSessionId}/${rest(world)}`,
  who: ({ writerId }: ClassDayWorld) => writerId,
});
const ofChild = (rest: string) => ({
  path: ({ writtenChildId }: ClassDayWorld) => `/children/${writtenChildId}/${rest}`,
  who: ({ writtenGuardianId }: ClassDayWorld) => writtenGuardianId,
});

export const samples: Samples<ClassDayWorld> = {
  async find(db) {
    const found = await findRecords(db);
    const record = found.find(({ incident_id }) => incident_id !== null) ?? found[0];
    return {
      writtenSessionId: record?.session_id ?? NOBODY_ID,
      writtenChildId: record?.child_id ?? NOBODY_ID,
      writtenGuardianId: record?.answered_by ?? NOBODY_ID,
      writerId: record?.written_by ?? NOBODY_ID,
      writtenIncidentId: record?.incident_id ?? NOBODY_ID,
    };
  },
  pages: [
    look('/classes/sessions/:id/incidents', { ...at(() => 'incidents'), form: '/incidents' }),
    look(
      '/classes/sessions/:id/incidents/:incidentId',
      at(({ writtenIncidentId }) => `incidents/${writtenIncidentId}`),
    ),
    look(
      '/classes/sessions/:id/records/:childId',
      at(({ writtenChildId }) => `records/${writtenChildId}`),
    ),
    look('/children/:id/learning', ofChild('learning')),
  ],
  noPages: { '/children/:id/learning/school.pdf': 'a file' },
  params: {
    '/classes/sessions/:id/incidents/': async (db) => {
      const rows = await db.selectFrom('classes.incidents').select(['id', 'session_id']).execute();
      return rows.map((row) => ({ id: row.session_id, incidentId: row.id }));
    },
    '/classes/sessions/:id/records/': async (db) => {
      const rows = await db.selectFrom('classes.records').select(['child_id', 'session_id']).execute();
      return rows.map((row) => ({ id: row.session_id, childId: row.child_id }));
    },
  },
};
