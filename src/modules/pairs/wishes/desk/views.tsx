import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Card, EmptyState, Link, PageHead, PersonName } from '../../../../ui/index.ts';
import { callName } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import { sayingEngine } from '../../rounds/pages/reasons.ts';
import { SIDES, type Side } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { WishingTwo } from './find.ts';

/** Two who both wish for half a year with each other, and what comes next for them. */
export function WishingPage({ all }: { readonly all: readonly WishingTwo[] }): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <>
      <PageHead title={t('wishes_title')} lead={t('wishes_lead')} />
      {all.map((two) => (
        <Two two={two} />
      ))}
      {all.length === 0 && <EmptyState title={t('wishes_none')}>{t('wishes_none_text')}</EmptyState>}
    </>
  );
}

function Two({ two }: { readonly two: WishingTwo }): VNode {
  const t = useWords(pairsStaffMessages);
  const [locale, formats] = [useLocale(), useFormats()];
  const engine = sayingEngine(locale, new Map());
  const title = SIDES.map((side) => callName(two.persons[side], locale)).join(' · ');
  const go = (
    <ActionForm action={pairsPaths.deskWish({ id: two.id })} kind="main">
      {t('propose_them')}
    </ActionForm>
  );
  return (
    <Card title={title} level={2} actions={two.fit ? go : undefined}>
      <p class="quiet">{t('wish_told_on', { day: formats.day(two.toldAt) })}</p>
      <ul>
        {SIDES.map((side) => (
          <li>
            <Standing two={two} side={side} />
          </li>
        ))}
      </ul>
      {two.against === null && <p>{t('wish_waits_for_application')}</p>}
      {two.against?.length === 0 && <p>{t('wish_nothing_against')}</p>}
      {two.against && two.against.length > 0 && (
        <>
          <p>{t('wish_against')}</p>
          <ul>
            {two.against.map((reason) => (
              <li>{engine.sayReason(reason)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Standing({ two, side }: { readonly two: WishingTwo; readonly side: Side }): VNode {
  const t = useWords(pairsStaffMessages);
  const application = two.applications[side];
  const name = <PersonName>{callName(two.persons[side], useLocale())}</PersonName>;
  return application ? (
    <>
      <Link href={pairsPaths.deskApplication({ id: application.id })}>{name}</Link> ·{' '}
      {t(`part_${application.state as 'submitted'}`)}
    </>
  ) : (
    <>
      {name} · {t('wish_has_not_applied')}
    </>
  );
}
