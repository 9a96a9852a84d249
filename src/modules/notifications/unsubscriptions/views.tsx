import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { NewsGroup } from '../../../platform/news.ts';
import { ActionForm, Link, Notice, PageHead } from '../../../ui/index.ts';
import { notificationsPaths } from '../paths.ts';
import { labelOf, notificationMessages } from '../words.ts';

/** Asks once: a link alone, which a scanner may follow, changes nothing. */
export function UnsubscribePage(props: { token: string; group: NewsGroup }): VNode {
  const t = useWords(notificationMessages);
  return (
    <>
      <PageHead
        title={t('unsubscribe_title')}
        lead={t('unsubscribe_about', { about: labelOf(props.group)(useLocale()) })}
      />
      <ActionForm action={notificationsPaths.unsubscription({ token: props.token })} kind="main">
        {t('unsubscribe')}
      </ActionForm>
      <ToSettings />
    </>
  );
}

/** It is done. */
export function Unsubscribed(props: { group: NewsGroup }): VNode {
  const t = useWords(notificationMessages);
  return (
    <>
      <PageHead title={t('unsubscribed_title')} />
      <Notice tone="good">{t('unsubscribed_text', { about: labelOf(props.group)(useLocale()) })}</Notice>
      <ToSettings />
    </>
  );
}

/** The mail was too old. */
export function LinkIsOver(): VNode {
  const t = useWords(notificationMessages);
  return (
    <>
      <PageHead title={t('link_is_over_title')} />
      <Notice tone="notice">{t('link_is_over_text')}</Notice>
      <ToSettings />
    </>
  );
}

function ToSettings(): VNode {
  const t = useWords(notificationMessages);
  return (
    <p>
      <Link href={notificationsPaths.notifications()} kind="block">
        {t('to_settings')}
      </Link>
    </p>
  );
}
