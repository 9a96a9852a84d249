import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { type Call, get, missing, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { ActionForm, PageHead } from '../../../ui/index.ts';
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

/** The page on which whoever got a letter stops them, without signing in: however old the letter is. */
export function lettersPath({ secret }: Secret, donorId: string): string {
  return givingPaths.lettersByLink({ token: makeTokens(secret).seal(donorId, PURPOSE) });
}

/** Letters about what gifts did, for whoever has the link of one: the link alone stops nothing, since scanners follow links. */
export const lettersRoutes = (services: Secret): readonly Route[] => [
  get({
    path: givingPaths.lettersByLink,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle(call) {
      const donor = await findByLink(services, call);
      if (!donor) return missing();
      const title = givingMessages.in(call.locale).plain('letters_title');
      const body = <LettersPage donor={donor} token={call.params.token} />;
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
      const donor = await findByLink(services, call);
      if (!donor) return missing();
      await setDeedLetters(call.db, [donor.id], call.fields.letters);
      const text = givingMessages.in(call.locale).noted(`mine_letters_are_${call.fields.letters}`);
      return redirect(givingPaths.lettersByLink(call.params), { tone: 'done', text });
    },
  }),
];

async function findByLink(
  { secret }: Secret,
  { db, params }: Pick<Call<{ readonly token: string }, unknown, Database>, 'db' | 'params'>,
): Promise<Donor | null> {
  const donorId = makeTokens(secret).unseal(params.token, PURPOSE);
  const donor = donorId === null ? null : await findDonor(db, donorId);
  return donor?.name ? donor : null;
}

function LettersPage({ donor, token }: { readonly donor: Donor; readonly token: string }): VNode {
  const t = useWords(givingMessages);
  const [stand, letters] = donor.wantsLetters
    ? (['by_mail', 'not_mailed'] as const)
    : (['not_mailed', 'by_mail'] as const);
  return (
    <>
      <PageHead title={t('letters_title')} lead={t(`letters_stand_${stand}`)} />
      <ActionForm action={givingPaths.lettersByLink({ token })} hidden={{ letters }}>
        {t(`mine_letters_${letters}`)}
      </ActionForm>
    </>
  );
}
