import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { ActionForm, Link, PageHead } from '../../../ui/index.ts';
import { type Donor, findDonor } from '../donors/store.ts';
import { givingPaths } from '../paths.ts';
import type { GivingServices } from '../services.ts';
import { givingMessages } from '../words.ts';
import { setDeedLetters } from './store/batches.ts';
import { DEED_LETTERS } from './types.ts';

type Secret = Pick<GivingServices, 'secret'>;

const PURPOSE = 'giving.letters';
/** Enough for a family behind one address, too few to try links by chance. */
const LIMIT = { by: 'address', tries: 60, minutes: 10 } as const;

/** As long as those of monthly gifts: the link in a letter works until letters of another year have newer ones. */
const VALID_DAYS = 400;

/**
 * The page on which whoever got a letter stops them, without signing in: however old the letter is. Having them begin again is
 * for whoever has one of the last year: a mail lies about for longer than its address is somebody's.
 */
export function lettersPath({ secret }: Secret, donorId: string, now: Temporal.Instant): string {
  const until = now.add({ hours: 24 * VALID_DAYS });
  const told = `${donorId} ${until.epochMilliseconds}`;
  return givingPaths.lettersByLink({ token: makeTokens(secret).seal(told, PURPOSE) });
}

/** Letters about what gifts did, for whoever has the link of one: the link alone stops nothing, since scanners follow links. */
export const lettersRoutes = (services: Secret): readonly Route[] => [
  get({
    path: givingPaths.lettersByLink,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle(call) {
      const found = await findByLink(services, call);
      if (!found) return missing();
      const title = givingMessages.in(call.locale).plain('letters_title');
      const body = <LettersPage {...found} token={call.params.token} />;
      return { ...page(title, body), isShownOnce: true };
    },
  }),
  post({
    path: givingPaths.lettersByLink,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    form: z.object({ letters: z.enum(DEED_LETTERS) }),
    async handle(call) {
      const found = await findByLink(services, call);
      if (!found) return missing();
      if (found.isOver && call.fields.letters === 'by_mail')
        return refusedBy({ code: 'letters_link_is_over' });
      await setDeedLetters(call.db, [found.donor.id], call.fields.letters);
      const text = givingMessages.in(call.locale).noted(`mine_letters_are_${call.fields.letters}`);
      return redirect(givingPaths.lettersByLink(call.params), { tone: 'done', text });
    },
  }),
];

interface Found {
  readonly donor: Donor;
  /** It still stops letters, and does nothing else. */
  readonly isOver: boolean;
}

/** Links of before they had an end are over. */
async function findByLink(
  { secret }: Secret,
  { db, params, now }: Pick<Call<{ readonly token: string }, unknown, Database>, 'db' | 'params' | 'now'>,
): Promise<Found | null> {
  const [donorId, until = '0'] = makeTokens(secret).unseal(params.token, PURPOSE)?.split(' ') ?? [];
  const donor = donorId ? await findDonor(db, donorId) : null;
  return donor?.name ? { donor, isOver: Number(until) < now.epochMilliseconds } : null;
}

function LettersPage({ donor, isOver, token }: Found & { readonly token: string }): VNode {
  const t = useWords(givingMessages);
  const [stand, letters] = donor.wantsLetters
    ? (['by_mail', 'not_mailed'] as const)
    : (['not_mailed', 'by_mail'] as const);
  return (
    <>
      <PageHead title={t('letters_title')} lead={t(`letters_stand_${stand}`)} />
      {isOver && letters === 'by_mail' ? (
        <p>
          {t('letters_link_is_over')} <Link href={givingPaths.mine()}>{t('mine_title')}</Link>
        </p>
      ) : (
        <ActionForm action={givingPaths.lettersByLink({ token })} hidden={{ letters }}>
          {t(`mine_letters_${letters}`)}
        </ActionForm>
      )}
    </>
  );
}
