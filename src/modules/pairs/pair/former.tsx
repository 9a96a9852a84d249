import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Heading, Link } from '../../../ui/index.ts';
import { dayInJapan, findPersons, nameFor, type Person } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { otherSide, personOf, sideOf } from './over.ts';
import { listOverOf } from './store.ts';

/** A pair of somebody's that is over: with whom, and from which day to which. */
export interface Former {
  readonly id: string;
  readonly other: Person | undefined;
  readonly startedOn: Temporal.PlainDate;
  readonly overOn: Temporal.PlainDate;
}

/** The pairs of somebody that have begun and are over, the latest first. */
export async function findFormer(db: Database, personId: string): Promise<Former[]> {
  const pairs = await listOverOf(db, personId);
  const otherIdOf = (pair: (typeof pairs)[number]) =>
    personOf(pair, otherSide(sideOf(pair, personId) ?? 'resident'));
  const others = await findPersons(db, pairs.map(otherIdOf));
  return pairs.flatMap((pair) => {
    const { id, startedOn, overAt } = pair;
    if (!startedOn || !overAt) return [];
    return [{ id, other: others.get(otherIdOf(pair)), startedOn, overOn: dayInJapan(overAt) }];
  });
}

/** The way back to them: to their last pages, to a certificate, to each other. */
export function FormerPairs({ former }: { readonly former: readonly Former[] }): VNode | null {
  const t = useWords(pairsMessages);
  const [locale, formats] = [useLocale(), useFormats()];
  if (former.length === 0) return null;
  return (
    <section class="stack" id="former">
      <Heading level={2}>{t('former_title')}</Heading>
      <ul>
        {former.map(({ id, other, startedOn, overOn }) => (
          <li>
            <Link href={pairsPaths.pair({ id })} kind="block">
              {t('months_title', { name: other ? nameFor(other, locale, 'counterpart').words : '' })}
            </Link>{' '}
            <span class="quiet">
              {t('former_days', { from: formats.day(startedOn), until: formats.day(overOn) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
