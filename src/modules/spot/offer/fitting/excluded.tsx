import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, Link, PersonName, SummaryList } from '../../../../ui/index.ts';
import { sayReason } from '../../desk/reasons.ts';
import { deskMessages } from '../../desk/words.ts';
import type { FittingProps } from './scene.ts';

/** Who does not fit, by the first reason that applies; folded, and open where nobody does fit. */
export function Excluded(
  props: Pick<FittingProps, 'fits' | 'excluded' | 'excludedCount' | 'looked' | 'names'> & { locale: Locale },
): VNode {
  const t = useWords(deskMessages);
  const { fits, excluded, excludedCount, looked, names, locale } = props;
  const groups = Map.groupBy(excluded, ({ because }) => because);
  const left = excludedCount - excluded.length;
  return (
    <Disclosure id="excluded" summary={t('excluded_title')} open={fits.length === 0}>
      <p>{t(looked === 'everybody' ? 'excluded_lead' : 'excluded_nearest', { count: excludedCount })}</p>
      <SummaryList
        rows={[...groups].map(([because, people]) => ({
          label: because === 'beyond_limits' ? t(because) : sayReason({ code: because }, locale),
          value: (
            <ul class="row">
              {people.map(({ volunteerId }) => (
                <li>
                  <Link href={housePaths.person({ id: volunteerId })}>
                    <PersonName>{names.get(volunteerId) ?? t('somebody')}</PersonName>
                  </Link>
                </li>
              ))}
            </ul>
          ),
        }))}
      />
      {left > 0 && <p>{t('excluded_goes_on', { count: left })}</p>}
    </Disclosure>
  );
}
