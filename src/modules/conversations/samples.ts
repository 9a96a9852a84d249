import { look, NOBODY_ID, type Samples } from '../../platform/parts/sampling.ts';

/** A conversation that is open, and somebody in it. */
export interface ConversationsWorld {
  readonly thread: { readonly id: string; readonly personId: string };
}

const inIt = ({ thread }: ConversationsWorld) => thread.personId;

export const samples: Samples<ConversationsWorld> = {
  async find(db) {
    const participant = await db
      .selectFrom('conversations.participants as p')
      .innerJoin('conversations.threads as t', 't.id', 'p.thread_id')
      .select(['p.thread_id as id', 'p.person_id as personId'])
      .where('t.closed_at', 'is', null)
      .where('p.left_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    return { thread: participant ?? { id: NOBODY_ID, personId: NOBODY_ID } };
  },
  pages: [
    look('/conversations', { who: inIt }),
    look('/conversations/:id', {
      path: ({ thread }) => `/conversations/${thread.id}`,
      who: inIt,
      form: '/messages',
    }),
  ],
  params: {
    '/conversations/:id': (db) => db.selectFrom('conversations.threads').select('id').execute(),
  },
};
