import type { VNode } from 'preact';
import { LOCALES, type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { PUBLIC_TEXT_NAMES, PUBLIC_TEXTS, type PublicText } from '../../platform/settings/public-texts.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { Actions, Button, Form, FormErrors, Heading, Link, PageHead, TextArea } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { fieldOf, MARKS } from './texts-form.ts';
import { languageKey, settingsMessages } from './words.ts';

/** What the home page says, by language; what is left empty is said in the program's own words. */
export function TextsPage({ form }: { form: FormState }): VNode {
  const t = useWords(settingsMessages);
  return (
    <>
      <PageHead
        title={t('texts_title')}
        lead={t('texts_lead')}
        back={{ href: '/settings', label: t('settings_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action="/settings/texts" idempotencyKey={form.value('idempotency_key') || undefined}>
        {LOCALES.map((locale) => (
          <>
            <Heading level={2}>{t(languageKey(locale))}</Heading>
            {locale === 'ja-easy' && <HowToWriteReadings />}
            {PUBLIC_TEXT_NAMES.map((name) => (
              <OneText form={form} name={name} locale={locale} />
            ))}
          </>
        ))}
        <Actions>
          <Button kind="main">{t('save')}</Button>
          <Link href="/">{t('see_home_page')}</Link>
        </Actions>
      </Form>
    </>
  );
}

function HowToWriteReadings(): VNode {
  const t = useWords(settingsMessages);
  const example = <span lang={localeFacts['ja-easy'].tag}>{t('example_of_readings', MARKS)}</span>;
  return <p>{t('how_to_write_readings', { example })}</p>;
}

const USUAL = { title: 'home_title', lead: 'home_lead', about: 'home_about_text' } as const;

function OneText(props: { form: FormState; name: PublicText; locale: Locale }): VNode {
  const t = useWords(settingsMessages);
  const { name, locale } = props;
  const usual = pageMessages.in(locale).plain(USUAL[name], { organization: '…' });
  return (
    <TextArea
      {...props.form.field(fieldOf(name, locale))}
      label={t(`field_${name}`)}
      hint={t('left_empty', { usual: <span lang={localeFacts[locale].tag}>{usual}</span> })}
      rows={name === 'title' ? 1 : 3}
      maxLength={PUBLIC_TEXTS[name]}
      lang={localeFacts[locale].tag}
      optional
    />
  );
}
