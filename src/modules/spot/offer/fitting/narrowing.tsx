import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Checkbox, FieldRow, Select } from '../../../../ui/index.ts';
import { placeNameOf } from '../../../people/index.ts';
import { nameOfLanguage } from '../../desk/reasons.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { daysSinceAsked, isPracticed, ORDERS, type Placed, RESTED_DAYS } from '../rules/narrow.ts';
import type { FittingProps } from './scene.ts';

/** What is looked for among those who fit. Sent with the boxes that are ticked, which stay so. */
export function Narrowing({ request, fits, chosen }: FittingProps): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const countOf = (fact: (one: Placed) => boolean) => fits.filter(fact).length;
  return (
    <FieldRow>
      <Select
        name="language"
        label={t('fit_language')}
        orAll
        quietOptional
        value={chosen.language ?? undefined}
        options={optionsOf(fits, 'language', (language) => nameOfLanguage(language, locale))}
      />
      <Select
        name="ward"
        label={t('new_municipality')}
        orAll
        quietOptional
        value={chosen.ward ?? undefined}
        options={optionsOf(
          fits,
          'ward',
          (municipalityCode) => placeNameOf({ municipalityCode, town: null }, locale) ?? municipalityCode,
        )}
      />
      <Select
        name="order"
        label={t('narrow_order')}
        always
        value={chosen.order}
        options={ORDERS.filter((order) => order !== 'near' || request.place.kind === 'place').map(
          (value) => ({
            value,
            label: t.plain(`order_${value}`),
          }),
        )}
      />
      <Checkbox
        name="practiced"
        label={t('narrow_practiced', { count: countOf(isPracticed) })}
        quietOptional
        checked={chosen.practiced}
      />
      <Checkbox
        name="rested"
        label={t('narrow_rested', {
          days: RESTED_DAYS,
          count: countOf((one) => daysSinceAsked(one) >= RESTED_DAYS),
        })}
        quietOptional
        checked={chosen.rested}
      />
      <Button formMethod="get" formAction={spotPaths.deskRequestVolunteers({ id: request.id })}>
        {t('narrow_go')}
      </Button>
    </FieldRow>
  );
}

/** What somebody of them has, with how many have it, the most first. */
function optionsOf(
  fits: readonly Placed[],
  of: 'language' | 'ward',
  name: (value: string) => string,
): { value: string; label: string }[] {
  const groups = Map.groupBy(fits, (one) => one[of]);
  return [...groups]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([value, { length }]) =>
      value === null ? [] : [{ value, label: `${name(value)} (${length})` }],
    );
}
