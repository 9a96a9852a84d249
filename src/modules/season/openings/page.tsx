import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { FilledIn } from '../../../kits/forms/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  EmptyState,
  Link,
  PageHead,
  StatusChip,
} from '../../../ui/index.ts';
import { municipalityName } from '../../people/index.ts';
import { WardOpening } from '../open/days.tsx';
import { seasonPaths } from '../paths.ts';
import { mayRemove, type Remover } from '../rules/removing.ts';
import type { Opening } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { openingForm } from './form.ts';

interface OpeningsProps {
  readonly openings: readonly Opening[];
  readonly reader: Remover;
}

/** What was collected, what still waits for somebody else's look first. */
export function OpeningsPage(props: OpeningsProps): VNode {
  const t = useWords(seasonMessages);
  const waiting = props.openings.filter(({ verifiedOn }) => verifiedOn === null);
  const checked = props.openings.filter(({ verifiedOn }) => verifiedOn !== null);
  return (
    <>
      <PageHead
        title={t('collect_openings')}
        lead={t('collect_openings_lead')}
        back={{ href: seasonPaths.yearEnd(), label: t('year_end_title') }}
      />
      <Actions>
        <Button href={seasonPaths.openingNew()} kind="main">
          {t('opening_new')}
        </Button>
      </Actions>
      {props.openings.length === 0 && (
        <EmptyState title={t('no_openings')}>{t('no_openings_text')}</EmptyState>
      )}
      <div class="tiles">
        {[...waiting, ...checked].map((opening) => (
          <OpeningCard opening={opening} reader={props.reader} />
        ))}
      </div>
    </>
  );
}

function OpeningCard({ opening, reader }: { readonly opening: Opening; readonly reader: Remover }): VNode {
  const t = useWords(seasonMessages);
  const { day, plain } = useFormats();
  const { id, verifiedOn, onDay, source } = opening;
  const locale = useLocale();
  const ward = findMunicipality(opening.municipalityCode);
  const named = {
    ward: ward ? (locale === 'ja-easy' ? ward.kana : municipalityName(ward, locale)) : '',
    day: plain.day(onDay),
    opens: plain.clock(opening.opensAt),
  };
  return (
    <Card
      title={day(onDay)}
      level={2}
      aside={
        <StatusChip tone={verifiedOn ? 'good' : 'waiting'}>
          {t(verifiedOn ? 'opening_shown' : 'opening_waits')}
        </StatusChip>
      }
      actions={
        <>
          {!verifiedOn && (
            <ActionForm
              action={seasonPaths.openingVerification({ id })}
              kind="main"
              label={t.plain('opening_verify_named', named)}
              disabledReason={opening.collectedBy === reader.personId ? t('somebody_else_checks') : undefined}
            >
              {t('opening_verify')}
            </ActionForm>
          )}
          {mayRemove(opening, reader) && (
            <ActionForm
              action={seasonPaths.openingRemoval({ id })}
              label={t.plain('opening_remove_named', named)}
              confirm={t('opening_remove_text')}
            >
              {t('opening_remove')}
            </ActionForm>
          )}
        </>
      }
    >
      <p>
        <WardOpening opening={opening} />
      </p>
      <p>
        <Link href={source} apart={t.plain('opening_named', named)}>
          {t('opening_read_at')}
        </Link>
      </p>
    </Card>
  );
}

/** The form of one. */
export function OpeningFormPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(seasonMessages);
  return (
    <>
      <PageHead
        title={t('opening_new')}
        lead={t('opening_new_lead')}
        back={{ href: seasonPaths.openings(), label: t('collect_openings') }}
      />
      <FilledIn of={openingForm} form={form} action={seasonPaths.openingNew()} button={t('opening_save')} />
    </>
  );
}
