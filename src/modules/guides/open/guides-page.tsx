import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  EmptyState,
  FieldRow,
  Form,
  Hero,
  Pager,
  pagesBehind,
  Select,
  StatusChip,
  TextField,
} from '../../../ui/index.ts';
import { listMunicipalityChoices } from '../../people/index.ts';
import { titleOf } from '../guide/reading.ts';
import { guidesPaths } from '../paths.ts';
import { CATEGORIES, type Category, type Guide } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { GuidePlace } from './guide-place.tsx';
import { useRead } from './saying.tsx';

/** What somebody looks for. */
export interface Sought {
  readonly q: string;
  readonly kind: Category | '';
  readonly ward: string;
}

export interface GuidesProps {
  readonly guides: readonly Guide[];
  readonly sought: Sought;
  readonly after: string | null;
  /** Behind which guide the list goes on; null at its end, and for what was found by words. */
  readonly next: string | null;
  /** So many were found that the rest is not shown: more words find less. */
  readonly isCut: boolean;
}

/** All guides, and those that somebody looks for in whatever script. */
export function GuidesPage({ guides, sought, after, next, isCut }: GuidesProps): VNode {
  const t = useWords(guidesMessages);
  const isSought = sought.q !== '' || sought.kind !== '' || sought.ward !== '';
  return (
    <>
      <Hero
        title={t('guides_title')}
        lead={t('guides_lead')}
        scene="reading"
        actions={<Button href={housePaths.offices()}>{t('offices_title')}</Button>}
      />
      <Look sought={sought} />
      {guides.length === 0 && (
        <EmptyState title={t(isSought ? 'guides_none_such' : 'guides_none')}>
          {t(isSought ? 'guides_none_such_text' : 'guides_none_text')}
        </EmptyState>
      )}
      {isCut && <p>{t('guides_cut', { count: guides.length })}</p>}
      <div class="halves" data-width="full">
        {guides.map((guide) => (
          <GuideCard guide={guide} />
        ))}
      </div>
      <Pager {...pagesBehind({ path: addressOf(sought), after, next })} />
    </>
  );
}

function addressOf(sought: Sought): string {
  const said = Object.entries(sought).filter(([, value]) => value !== '');
  return said.length > 0 ? `${guidesPaths.guides()}?${new URLSearchParams(said)}` : guidesPaths.guides();
}

function Look({ sought: { q, kind, ward } }: Pick<GuidesProps, 'sought'>): VNode {
  const t = useWords(guidesMessages);
  const any = { value: '', label: t.plain('guides_any') };
  const wards = listMunicipalityChoices(useLocale());
  return (
    <Form action={guidesPaths.guides()} method="get" label={t.plain('guides_look')}>
      <TextField
        name="q"
        type="search"
        label={t('guides_words')}
        hint={t('guides_words_hint')}
        value={q}
        maxLength={MOST_TYPED}
        optional
        quietOptional
      />
      <FieldRow>
        <Select
          name="kind"
          label={t('guide_kind')}
          value={kind}
          options={[any, ...CATEGORIES.map((value) => ({ value, label: t.plain(`kind_${value}`) }))]}
        />
        <Select name="ward" label={t('guide_where')} value={ward} options={[any, ...wards]} />
        <Button kind="main">{t('guides_look')}</Button>
      </FieldRow>
    </Form>
  );
}

export const MOST_TYPED = 100;

function GuideCard({ guide }: { readonly guide: Guide }): VNode {
  const t = useWords(guidesMessages);
  const locale = useLocale();
  const { words, say, behind, isHeldBack } = useRead(guide);
  return (
    <Card
      title={say(words.title)}
      level={2}
      aside={
        behind === 'changes' || isHeldBack ? (
          <StatusChip tone="notice">{t('guide_behind_short')}</StatusChip>
        ) : undefined
      }
      actions={
        <Button
          href={guidesPaths.guide({ slug: guide.slug })}
          label={t.plain('guide_open_named', { guide: titleOf(guide, locale) })}
        >
          {t('guide_open')}
        </Button>
      }
    >
      <p>{say(words.lead)}</p>
      <p class="quiet">
        {t(`kind_${guide.category}`)} · <GuidePlace guide={guide} />
      </p>
    </Card>
  );
}
