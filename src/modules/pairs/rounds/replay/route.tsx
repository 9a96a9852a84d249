import { z } from 'zod';
import { readTyped } from '../../../../japanese/typed.ts';
import { bestFit, factorNames } from '../../../../matching/index.ts';
import { type Call, get, page, type Reply } from '../../../../platform/web/route.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { WEIGHTS } from '../solving/weights.ts';
import { ReplayPage } from './page.tsx';
import { type Points, replayLast, sumOf } from './replay.ts';

const POINTS = WEIGHTS[0]?.points ?? ({} as Points);

/** Whole points of each factor; one that is no such number is as it is now. */
const Query = z
  .object(
    Object.fromEntries(
      factorNames.map((name) => [
        `points.${name}`,
        z
          .string()
          .transform((typed) => Number(readTyped(typed)))
          .refine((points) => Number.isInteger(points) && points >= 0 && points <= bestFit)
          .catch(POINTS[name]),
      ]),
    ),
  )
  .transform(
    (typed) =>
      Object.fromEntries(factorNames.map((name) => [name, typed[`points.${name}`]])) as unknown as Points,
  );

/** What the last rounds would have been under other points. It names nobody. */
export const replayRoute = get({
  path: pairsPaths.deskReplay,
  access: ['coordinator', 'administrator'],
  audit: 'pairs.rounds.replayed',
  query: Query,
  seconds: 60,
  handle: replayPage,
});

async function replayPage(call: Call<unknown, Points>): Promise<Reply> {
  const { db, fields: points, locale } = call;
  const isWhole = sumOf(points) === bestFit;
  const replayed = isWhole ? await replayLast(db, points) : null;
  await call.audit({ subjectIds: [], detail: { found: replayed?.length ?? 0 } });
  const title = pairsStaffMessages.in(locale).plain('replay_title');
  return page(title, <ReplayPage points={points} replayed={replayed} now={call.now} />);
}
