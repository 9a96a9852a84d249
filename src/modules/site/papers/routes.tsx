import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { type Files, readFileById } from '../../../platform/files/files.ts';
import { MOST_PDF_BYTES } from '../../../platform/files/pdf/pdfs.ts';
import { checkbox, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { sandboxedResponse } from '../../../platform/web/security.ts';
import { sitePaths } from '../paths.ts';
import type { SiteServices } from '../services.ts';
import { findArticle, findShown } from '../store/articles.ts';
import { findPaper } from '../store/papers.ts';
import { findVersion } from '../store/versions.ts';
import { siteStaffMessages } from '../words.ts';
import { writePaper } from './commands.ts';
import { PaperPage } from './views.tsx';

const access = ['coordinator', 'administrator'] as const;
/** Room for a file that is too large as well: the form comes back and says so. */
const MOST_BYTES = MOST_PDF_BYTES + 4_000_000;

/** The file of a report: brought and looked at by those who write, saved by everybody once its version is shown. */
export const paperRoutes = ({ files }: Pick<SiteServices, 'files'>): readonly Route[] => [
  get({
    path: sitePaths.reportFile,
    access: 'everyone',
    audit: null,
    limit: { by: 'address', tries: 60, minutes: 10 },
    seconds: 30,
    async handle({ db, params: { slug } }) {
      const report = await findShown(db, { kind: 'report', slug });
      const shown = { id: report?.paper?.id ?? null, slug, fresh: 'public, max-age=300' };
      return fileReply(db, files, shown);
    },
  }),
  get({
    path: sitePaths.deskPaper,
    access,
    audit: null,
    handle: (call) => paperPage(call, FormState.fresh()),
  }),
  post({
    path: sitePaths.deskPaper,
    access,
    audit: 'site.article.written',
    form: z.object({ seen: wholeNumber(1, 999_999_999), without: checkbox }),
    maxBytes: MOST_BYTES,
    seconds: 30,
    async handle(call) {
      const { id } = call.params;
      const { seen, without } = call.fields;
      const upload = call.uploads.get('paper');
      if (!upload && !without) return refusedBy({ code: 'choose_a_pdf', field: 'paper' });
      const bytes = upload ? new Uint8Array(await upload.arrayBuffer()) : null;
      const on = { id, seen, by: call.actor.personId ?? '', now: call.now };
      const done = await writePaper(call.db, files, { ...on, bytes });
      if (!done.ok) return done.refusal.code === 'article_is_unknown' ? missing() : refusedBy(done.refusal);
      await call.audit({ object: { kind: 'site.article', id } });
      const text = siteStaffMessages.in(call.locale).noted('article_was_written');
      return redirect(sitePaths.deskArticle({ id }), { tone: 'done', text });
    },
    again: (call, form) => paperPage(call, form),
  }),
  get({
    path: sitePaths.deskVersionPaper,
    access,
    audit: null,
    seconds: 30,
    async handle({ db, params: { id, number } }) {
      const article = await findArticle(db, id);
      const version = article && (await findVersion(db, id, Number(number) || 0));
      const file = { id: version?.paperId ?? null, slug: article?.slug ?? '', fresh: 'private, no-store' };
      return fileReply(db, files, file);
    },
  }),
];

async function fileReply(
  db: Database,
  files: Files,
  { id, slug, fresh }: { readonly id: string | null; readonly slug: string; readonly fresh: string },
): Promise<Reply> {
  const paper = await findPaper(db, id);
  const file = paper && (await readFileById(db, files, paper.fileId));
  if (!file) return missing();
  const { bytes, mediaType } = file;
  return {
    kind: 'response',
    response: sandboxedResponse(bytes, { mediaType, name: `report-${slug}.pdf`, fresh }),
  };
}

async function paperPage(
  { db, params, locale }: Pick<Call<{ readonly id: string }>, 'db' | 'params' | 'locale'>,
  form: FormState,
): Promise<Reply> {
  const article = await findArticle(db, params.id);
  if (article?.kind !== 'report') return missing();
  const version = await findVersion(db, article.id, article.latest);
  const paper = await findPaper(db, version?.paperId ?? null);
  const title = siteStaffMessages.in(locale).plain('paper_title');
  return page(title, <PaperPage {...{ article, paper, form }} />);
}
