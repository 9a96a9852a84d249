import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../../kits/forms/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { rubyWords } from '../../../../platform/languages/messages.tsx';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Notice, PageHead } from '../../../../ui/index.ts';
import { guidesPaths } from '../../paths.ts';
import type { Guide } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import { GuideName } from '../guide-name.tsx';

interface WritingProps {
  readonly of: FormOf;
  readonly form: FormState;
}

/** The Japanese of a guide: a new one, or one that is there. */
export function SourcePage({ of, form, guide }: WritingProps & { readonly guide: Guide | null }): VNode {
  const t = useWords(guidesStaffMessages);
  const isRead = guide !== null && Object.keys(guide.translations).some((locale) => locale !== 'ja');
  return (
    <>
      <PageHead
        title={t(guide ? 'guide_write' : 'guide_new')}
        lead={t('guide_write_page_lead')}
        back={backTo(guide, t)}
      />
      {guide?.begunBy === null && <Notice>{t('guide_is_from_help')}</Notice>}
      {guide?.state === 'published' && <Notice tone="notice">{t('guide_write_public')}</Notice>}
      <FilledIn
        of={of}
        form={form}
        action={guide ? guidesPaths.deskSource({ id: guide.id }) : housePaths.deskGuideNew()}
        hidden={versionOf(guide, form)}
        button={t('guide_save')}
        without={isRead ? [] : ['grade']}
      />
    </>
  );
}

interface TranslationProps extends WritingProps {
  readonly guide: Guide;
  readonly language: Exclude<Locale, 'ja'>;
}

/** Another language: above each box the Japanese, and what has changed in it since. */
export function TranslationPage({ of, form, guide, language }: TranslationProps): VNode {
  const t = useWords(guidesStaffMessages);
  const behind = guide.translations[language]?.behind;
  return (
    <>
      <PageHead
        title={rubyWords(localeFacts[language].name)}
        lead={t('guide_translate_lead')}
        back={backTo(guide, t)}
      />
      {behind && (
        <Notice tone={behind === 'dangerous' ? 'danger' : 'notice'}>{t(`behind_${behind}_text`)}</Notice>
      )}
      <FilledIn
        of={of}
        form={form}
        action={guidesPaths.deskWords({ id: guide.id, language })}
        hidden={versionOf(guide, form)}
        button={t('guide_save')}
      />
    </>
  );
}

const versionOf = (guide: Guide | null, form: FormState): Readonly<Record<string, string>> =>
  guide ? { version: form.value('version') || `${guide.version}` } : {};

const backTo = (guide: Guide | null, t: ReturnType<typeof guidesStaffMessages.in>) =>
  guide
    ? { href: guidesPaths.deskGuide({ id: guide.id }), label: <GuideName guide={guide} /> }
    : { href: guidesPaths.deskGuides(), label: t('desk_guides') };
