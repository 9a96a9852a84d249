import type { Database } from '../../platform/database/connect.ts';
import { as, look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

/** What there is to look at of consultations. */
interface ConsultationsWorld extends PeopleWorld {
  /** A matter that somebody is responsible for, and both; nobody's where a world has none. */
  readonly takenMatter: { readonly id: string; readonly residentId: string; readonly responsibleId: string };
  /** One that nobody has taken. */
  readonly waitingMatterId: string;
  /** A day of experts. */
  readonly dayId: string;
  /** An expert of the register. */
  readonly expertId: string;
  /** An interpreter of the register. */
  readonly interpreterId: string;
}

const own = (rest: string) => ({
  who: ({ takenMatter }: ConsultationsWorld) => takenMatter.residentId,
  path: ({ takenMatter }: ConsultationsWorld) => `/consultations/${takenMatter.id}${rest}`,
});

const firstPapers = async (db: Database) =>
  (await db.selectFrom('consultations.matters').select('id').execute()).map(({ id }) => ({ id, place: '1' }));

export const samples: Samples<ConsultationsWorld> = {
  async find(db) {
    const matters = await db
      .selectFrom('consultations.matters')
      .select(['id', 'resident_id', 'responsible_id'])
      .orderBy('number')
      .execute();
    const taken = matters.find(({ responsible_id: responsible }) => responsible !== null);
    const expert = await db.selectFrom('consultations.experts').select('id').executeTakeFirst();
    const interpreter = await db.selectFrom('consultations.interpreters').select('id').executeTakeFirst();
    const day = await db.selectFrom('consultations.days').select('id').executeTakeFirst();
    return {
      expertId: expert?.id ?? NOBODY_ID,
      interpreterId: interpreter?.id ?? NOBODY_ID,
      dayId: day?.id ?? NOBODY_ID,
      takenMatter: {
        id: taken?.id ?? NOBODY_ID,
        residentId: taken?.resident_id ?? NOBODY_ID,
        responsibleId: taken?.responsible_id ?? NOBODY_ID,
      },
      waitingMatterId: matters.find(({ responsible_id: responsible }) => !responsible)?.id ?? NOBODY_ID,
    };
  },
  pages: [
    look('/consultations/new'),
    look('/consultations/asking', { who: as('resident'), form: '/consultations/asking' }),
    look('/consultations', { who: ({ takenMatter }) => takenMatter.residentId }),
    look('/consultations/:id', { ...own(''), form: '/words' }),
    look('/consultations/:id/appointment', { ...own('/appointment') }),
    look('/consultations/:id/advice', { ...own('/advice'), form: '/tasks' }),
    look('/consultations/:id/referrals', own('/referrals')),
    staffLook('/desk/consultations'),
    staffLook('/desk/consultations/openings'),
    staffLook('/desk/consultations/figures'),
    staffLook('/desk/expert-days', { form: '/desk/expert-days' }),
    staffLook('/desk/expert-days/:id', {
      path: ({ dayId }) => `/desk/expert-days/${dayId}`,
      form: '/people',
    }),
    staffLook('/desk/experts', { form: '/desk/experts' }),
    staffLook('/desk/experts/:id', { path: ({ expertId }) => `/desk/experts/${expertId}` }),
    staffLook('/desk/interpreters'),
    staffLook('/desk/interpreters/new', { form: '/desk/interpreters/new' }),
    staffLook('/desk/interpreters/:id', {
      path: ({ interpreterId }) => `/desk/interpreters/${interpreterId}`,
    }),
    staffLook('/desk/consultations/:id/interpreter', {
      who: ({ takenMatter }) => takenMatter.responsibleId,
      path: ({ takenMatter }) => `/desk/consultations/${takenMatter.id}/interpreter`,
    }),
    staffLook('/desk/consultations/:id', {
      who: ({ takenMatter }) => takenMatter.responsibleId,
      path: ({ takenMatter }) => `/desk/consultations/${takenMatter.id}`,
      form: '/replies',
    }),
    staffLook('/desk/consultations/:id/advice', {
      who: ({ takenMatter }) => takenMatter.responsibleId,
      path: ({ takenMatter }) => `/desk/consultations/${takenMatter.id}/advice`,
      form: '/tasks',
    }),
    staffLook('/desk/consultations/:id/referrals', {
      who: ({ takenMatter }) => takenMatter.responsibleId,
      path: ({ takenMatter }) => `/desk/consultations/${takenMatter.id}/referrals`,
      form: '/proposals',
    }),
    staffLook('/desk/consultations/:id/parties', {
      who: ({ takenMatter }) => takenMatter.responsibleId,
      path: ({ takenMatter }) => `/desk/consultations/${takenMatter.id}/parties`,
      form: '/entries',
    }),
    staffLook('/desk/consultations/:id', {
      name: 'desk-consultations-id-from-outside',
      path: ({ waitingMatterId }) => `/desk/consultations/${waitingMatterId}`,
    }),
  ],
  noPages: {
    '/consultations/:id/appointment.ics': 'a file',
    '/experts/:token': 'opened from a mail; its link is made on the way',
    '/consultations/:id/papers/:place': 'a file',
    '/desk/consultations/:id/papers/:place': 'a file',
  },
  params: {
    '/consultations/:id': (db) => db.selectFrom('consultations.matters').select('id').execute(),
    '/consultations/:id/papers/:place': firstPapers,
    '/desk/consultations/:id': (db) => db.selectFrom('consultations.matters').select('id').execute(),
    '/desk/consultations/:id/papers/:place': firstPapers,
    '/desk/expert-days/:id': (db) => db.selectFrom('consultations.days').select('id').execute(),
    '/desk/experts/:id': (db) => db.selectFrom('consultations.experts').select('id').execute(),
    '/desk/interpreters/:id': (db) => db.selectFrom('consultations.interpreters').select('id').execute(),
    '/experts/:token': async () => [{ token: 'none' }],
    '/desk/consultations/openings/:id': async () => [{ id: NOBODY_ID }],
  },
};
