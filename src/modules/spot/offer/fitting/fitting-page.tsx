import type { VNode } from 'preact';
import { ActForm } from '../../../../kits/acts/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { FormState } from '../../../../platform/web/form-state.ts';
import { Card, Checkboxes, EmptyState, Heading, Link, PageHead, PersonName } from '../../../../ui/index.ts';
import { sayReason } from '../../desk/reasons.ts';
import { deskForms } from '../../desk/request/forms.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { shownOf } from '../../sent.ts';
import type { SupportRequest } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import type { Fitting } from '../find-fitting.ts';
import { FittingFacts, FittingReasons } from './fitting-facts.tsx';

interface FittingProps {
  readonly request: SupportRequest;
  readonly fitting: Fitting;
  readonly names: ReadonlyMap<string, string>;
  readonly waveSize: number;
  readonly excludedCount: number;
  readonly now: Temporal.Instant;
}

/** Who fits, best first with the reasons, to be asked; then who doesn't, by reason. */
export function FittingPage(props: FittingProps): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const { request, fitting } = props;
  return (
    <>
      <PageHead
        title={t('fitting_title')}
        lead={t('fitting_lead', { count: fitting.ranked.length })}
        back={{
          href: spotPaths.deskRequest({ id: request.id }),
          label: spot(`category_${request.category}`),
        }}
      />
      {fitting.ranked.length === 0 ? (
        <EmptyState title={t('nobody_fits')} level={2}>
          {t('nobody_fits_text', { reasons: fitting.excluded.length > 0 ? 'some' : 'none' })}
        </EmptyState>
      ) : (
        <AskForm {...props} />
      )}
      {fitting.excluded.length > 0 && <Excluded {...props} />}
    </>
  );
}

function AskForm({ request, fitting, names, waveSize, now }: FittingProps): VNode {
  const t = useWords(deskMessages);
  const isOpen = request.state === 'open';
  return (
    <ActForm
      table={deskForms}
      act="waves"
      of={shownOf({ request, now, form: FormState.fresh() })}
      kind="main"
      label={t.plain('fitting_title')}
      button={t('ask_chosen')}
      whyNot={isOpen ? undefined : t('open_first')}
    >
      <Checkboxes
        name="volunteerIds"
        label={t('choose_volunteers')}
        hint={t('choose_volunteers_hint', { count: waveSize })}
        choices={fitting.ranked.map((one) => ({
          value: one.volunteerId,
          label: <PersonName>{names.get(one.volunteerId) ?? t('somebody')}</PersonName>,
          hint: <FittingFacts one={one} />,
          more: <FittingReasons one={one} />,
        }))}
      />
    </ActForm>
  );
}

function Excluded({ fitting, names, excludedCount }: FittingProps): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const groups = Map.groupBy(fitting.excluded, ({ because }) => because);
  return (
    <section class="stack">
      <Heading level={2}>{t('excluded_title')}</Heading>
      <p>
        {t(fitting.looked === 'everybody' ? 'excluded_lead' : 'excluded_nearest', { count: excludedCount })}
      </p>
      {[...groups].map(([because, people]) => (
        <Card
          title={because === 'beyond_limits' ? t(because) : sayReason({ code: because }, locale)}
          level={3}
        >
          <ul class="row">
            {people.map(({ volunteerId }) => (
              <li>
                <Link href={housePaths.person({ id: volunteerId })}>
                  <PersonName>{names.get(volunteerId) ?? t('somebody')}</PersonName>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}
