import type { VNode } from 'preact';
import { GEO_CREDITS } from '../../../../japanese/data/credits.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, WardMap } from '../../../../ui/index.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { ToldRound } from '../types.ts';
import { placesOf } from './places.ts';

/** Where the round proposes, whom it brings from elsewhere, and where somebody is missing: numbers by ward, with their table. */
export function RoundMap({ told }: { readonly told: ToldRound }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const places = placesOf(told);
  if (places.length === 0) return null;
  const between = places.flatMap(({ area, from }) =>
    from.map((other) => ({ from: other.area, to: area, count: other.count })),
  );
  return (
    <Disclosure id="map" summary={t('round_map')}>
      <WardMap
        caption={t('round_map_caption')}
        plainCaption={t.plain('round_map_caption')}
        counts={places.map(({ area, proposals, leftOver }) => ({
          ...{ code: area, marked: proposals, shaded: leftOver },
        }))}
        labels={{
          ward: t('round_map_ward'),
          marked: t('round_map_proposals'),
          shaded: t('round_map_left_over'),
        }}
        ways={{ label: t('round_map_from'), between }}
        credits={<span lang="ja">{GEO_CREDITS.join(' ')}</span>}
      />
    </Disclosure>
  );
}
