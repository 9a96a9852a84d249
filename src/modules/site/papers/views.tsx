import type { VNode } from 'preact';
import { MOST_PDF_BYTES } from '../../../platform/files/pdf/pdfs.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  FileField,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
} from '../../../ui/index.ts';
import { seenOf } from '../desk/parts.tsx';
import { sitePaths } from '../paths.ts';
import type { Paper } from '../store/papers.ts';
import type { Article } from '../types.ts';
import { siteMessages, siteStaffMessages } from '../words.ts';

const MEGABYTE = 1_000_000;

/** What is said beside the way to a file: what it is, how large, how many pages. */
export function PaperFacts({ byteCount, pages }: Omit<Paper, 'id' | 'fileId'>): VNode {
  const t = useWords(siteMessages);
  // Never less than it is, and never nothing.
  const megabytes = Math.ceil((byteCount / MEGABYTE) * 10) / 10;
  return <>{pages ? t('paper_facts', { megabytes, pages }) : t('paper_size', { megabytes })}</>;
}

/** The way to the file of a report that everybody reads. */
export function PaperLink(props: { readonly slug: string; readonly paper: Omit<Paper, 'fileId'> }): VNode {
  const t = useWords(siteMessages);
  return (
    <p>
      <Link href={sitePaths.reportFile(props)} apart={props.slug}>
        {t('paper_save')} (<PaperFacts {...props.paper} />)
      </Link>
    </p>
  );
}

/** Where the file of a report is brought. */
export function PaperPage(props: {
  readonly article: Article;
  readonly paper: Paper | null;
  readonly form: FormState;
}): VNode {
  const t = useWords(siteStaffMessages);
  const { article, paper, form } = props;
  const { id, latest } = article;
  return (
    <>
      <PageHead
        title={t('paper_title')}
        lead={t('paper_lead')}
        back={{ href: sitePaths.deskArticle({ id }), label: t('article_back') }}
      />
      <FormErrors refusals={form.refusals} />
      <Notice>{t('paper_metadata')}</Notice>
      {paper && (
        <p>
          <Link href={sitePaths.deskVersionPaper({ id, number: `${latest}` })}>{t('paper_now')}</Link> (
          <PaperFacts {...paper} />)
        </p>
      )}
      <Form
        action={sitePaths.deskPaper({ id })}
        files
        hidden={{ seen: seenOf(latest, form) }}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <FileField
          {...form.field('paper')}
          label={t(paper ? 'paper_another' : 'paper_file')}
          hint={t('paper_hint', { megabytes: MOST_PDF_BYTES / MEGABYTE })}
          accept="application/pdf"
          megabytes={MOST_PDF_BYTES / MEGABYTE}
          optional={paper !== null}
        />
        {paper && (
          <Checkbox
            {...form.field('without')}
            value="on"
            checked={form.value('without') !== ''}
            label={t('paper_without')}
          />
        )}
        <Actions>
          <Button kind="main">{t('article_save')}</Button>
        </Actions>
      </Form>
    </>
  );
}
