import { as, look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** Whom and what there is to look at on the way to volunteering. */
export interface TrustWorld {
  readonly applicantId: string;
  readonly concernId: string;
}

const newcomer = (world: PeopleWorld) => world.newcomerId;

export const samples: Samples<TrustWorld & PeopleWorld> = {
  async find(db) {
    const applicant = await db
      .selectFrom('trust.applications')
      .select('person_id')
      .where('state', '=', 'submitted')
      .limit(1)
      .executeTakeFirst();
    const concern = await db.selectFrom('trust.concerns').select('id').limit(1).executeTakeFirst();
    return { applicantId: applicant?.person_id ?? NOBODY_ID, concernId: concern?.id ?? NOBODY_ID };
  },
  pages: [
    look('/volunteering'),
    look('/volunteering/application', { who: newcomer, form: '/volunteering/application' }),
    look('/volunteering/pledge', { who: ({ applicantId }) => applicantId, form: '/volunteering/pledge' }),
    look('/volunteering/conversation', {
      who: ({ applicantId }) => applicantId,
      form: '/volunteering/conversation',
    }),
    look('/volunteering', { name: 'volunteering-approved', who: as('volunteer') }),
    staffLook('/trust/applications'),
    staffLook('/trust/people/:id', { path: ({ applicantId }) => `/trust/people/${applicantId}` }),
    staffLook('/trust/people/:id/conversation', {
      path: ({ applicantId }) => `/trust/people/${applicantId}/conversation`,
      form: '/conversation',
    }),
    staffLook('/trust/clearances'),
    staffLook('/trust/concerns'),
    staffLook('/trust/concerns/:id', { path: ({ concernId }) => `/trust/concerns/${concernId}` }),
    staffLook('/trust/policy', { role: 'administrator', form: '/trust/policy' }),
  ],
  noPages: { '/volunteering/interview.ics': 'a file for calendars' },
  params: {
    '/trust/clearances/keepers/': async (_db, { applicant = NOBODY_ID }) => [{ id: applicant }],
    '/trust/concerns/:id': (db) => db.selectFrom('trust.concerns').select('id').execute(),
    '/trust/people/:id': async (_db, { applicant = NOBODY_ID }) => [{ id: applicant }],
  },
};
