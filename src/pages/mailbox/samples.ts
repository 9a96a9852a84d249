import { look, NOBODY_ID, type Samples } from '../../platform/parts/sampling.ts';

/** A mail that was kept to be read here. */
interface MailboxWorld {
  readonly mailId: string;
}

export const samples: Samples<MailboxWorld> = {
  async find(db) {
    const mail = await db.selectFrom('platform.development_mail').select('id').limit(1).executeTakeFirst();
    return { mailId: mail?.id ?? NOBODY_ID };
  },
  pages: [look('/dev/mail'), look('/dev/mail/:id', { path: ({ mailId }) => `/dev/mail/${mailId}` })],
};
