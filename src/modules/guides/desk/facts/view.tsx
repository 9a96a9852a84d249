import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ActionForm, Card, Columns, Link, Notice, OwnWords, PageHead } from '../../../../ui/index.ts';
import { FactStanding } from '../../open/fact-line.tsx';
import { factIn, sayIn } from '../../open/saying.tsx';
import { guidesPaths } from '../../paths.ts';
import type { Check, Fact, Guide } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import { GuideName } from '../guide-name.tsx';
import { factForm } from './form.ts';

export function NewFactPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(guidesStaffMessages);
  return (
    <>
      <PageHead
        title={t('fact_new')}
        lead={t('fact_write_lead')}
        back={{ href: guidesPaths.deskFacts(), label: t('desk_facts') }}
      />
      <FilledIn of={factForm} form={form} action={guidesPaths.deskFactNew()} button={t('fact_save')} />
    </>
  );
}

interface FactProps {
  readonly fact: Fact;
  readonly form: FormState;
  /** The guides that name it, whatever their state. */
  readonly guides: readonly Guide[];
  /** Somebody is asked, or has said what changed. */
  readonly check: Check | null;
  /** Who last found it so; null: nobody, or whoever did is gone. */
  readonly verifiedBy: string | null;
  readonly today: Temporal.PlainDate;
}

/** A fact: what a volunteer found of it on top, its form, and which guides it stands in. */
export function FactPage(props: FactProps): VNode {
  const t = useWords(guidesStaffMessages);
  const { day } = useFormats();
  const locale = useLocale();
  const { fact, form, guides, check, verifiedBy, today } = props;
  const { words, language } = factIn(fact, locale);
  // They have been told, and see what came meanwhile: what they save now, they save knowing it.
  const isLate = form.refusals.some(({ code }) => code === 'fact_has_changed_since');
  return (
    <>
      <PageHead
        title={sayIn(language, locale)(words.name)}
        back={{ href: guidesPaths.deskFacts(), label: t('desk_facts') }}
      />
      <p>
        <FactStanding fact={fact} today={today} />{' '}
        {verifiedBy && <>{t('fact_verified_by', { name: verifiedBy })} </>}
        {t('fact_next_check', { day: day(fact.nextCheckOn) })}
      </p>
      {check?.state === 'asked' && <Notice>{t('fact_is_asked', { day: day(check.askedAt) })}</Notice>}
      {check?.state === 'changed' && <Found fact={fact} check={check} />}
      <Columns
        aside={
          <Card title={t('fact_guides')} level={2}>
            {guides.length === 0 && <p>{t('fact_guides_none')}</p>}
            <ul>
              {guides.map((guide) => (
                <li>
                  <Link href={guidesPaths.deskGuide({ id: guide.id })}>
                    <GuideName guide={guide} />
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        }
      >
        <FilledIn
          of={factForm}
          form={form}
          action={guidesPaths.deskFact({ id: fact.id })}
          hidden={{ version: (!isLate && form.value('version')) || `${fact.version}` }}
          button={t('fact_save')}
        />
      </Columns>
    </>
  );
}

/** What a volunteer says has changed: put right below, or kept as it is. */
function Found({ fact, check }: { readonly fact: Fact; readonly check: Check }): VNode {
  const t = useWords(guidesStaffMessages);
  return (
    <NextStep
      title={t('fact_found_title')}
      text={t('fact_found_text')}
      actions={
        <ActionForm
          action={guidesPaths.deskFactKeeping({ id: fact.id })}
          hidden={{ version: `${fact.version}` }}
        >
          {t('fact_keep')}
        </ActionForm>
      }
    >
      <OwnWords>{check.found ?? ''}</OwnWords>
    </NextStep>
  );
}
