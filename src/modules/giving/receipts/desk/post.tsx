import type { VNode } from 'preact';
import { z } from 'zod';
import { type ZipEntry, zipStream } from '../../../../kits/papers/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { get, page, post, type Route, redirect } from '../../../../platform/web/route.ts';
import { ActionForm, Actions, Button, EmptyState, PageHead } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingStaffMessages } from '../../words.ts';
import { printReceipt } from '../file.ts';
import { numberOf } from '../rules.ts';
import { countToPost, listToPost, markPosted } from '../store/lists.ts';

const access = ['treasurer'] as const;
/** The instant of the page, in milliseconds: what is issued behind it is for the next time. */
const Until = z.object({ until: z.coerce.number().int().min(0).max(8.64e15) });
const READ_AT_ONCE = 50;

/** Receipts to be put in envelopes: as one file of all sheets, and marked once they are in the post. */
export const postRoutes = ({ publicUrl }: GivingServices): readonly Route[] => [
  get({
    path: givingPaths.receiptsToPost,
    access,
    audit: 'giving.receipts.post_viewed',
    async handle({ db, now, locale, audit }) {
      const count = await countToPost(db, now);
      await audit({ detail: { found: count } });
      const title = givingStaffMessages.in(locale).plain('receipts_post_title');
      return page(title, <PostPage count={count} until={now.epochMilliseconds} />);
    },
  }),
  get({
    path: givingPaths.receiptsToPostFile,
    access,
    audit: 'giving.receipts.printed',
    query: Until.partial(),
    seconds: 60,
    limit: { by: 'person', tries: 20, minutes: 60 },
    async handle({ db, fields, now, audit }) {
      const until = Temporal.Instant.fromEpochMilliseconds(fields.until ?? now.epochMilliseconds);
      await audit({ detail: { found: await countToPost(db, until) } });
      const body = zipStream(sheets(db, until, publicUrl), now);
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="receipts.zip"',
        'cache-control': 'no-store',
      };
      return { kind: 'response', response: new Response(body, { headers }) };
    },
  }),
  post({
    path: givingPaths.receiptsToPost,
    access,
    audit: 'giving.receipts.posted',
    form: Until,
    async handle({ db, fields, now, locale, audit }) {
      const count = await markPosted(db, Temporal.Instant.fromEpochMilliseconds(fields.until), now);
      await audit({ detail: { found: count } });
      const text = givingStaffMessages.in(locale).noted('receipts_are_posted', { count });
      return redirect(givingPaths.receipts(), { tone: 'done', text });
    },
  }),
];

async function* sheets(db: Database, until: Temporal.Instant, publicUrl: string): AsyncGenerator<ZipEntry> {
  for (let after: string | null = null; ; ) {
    const receipts = await listToPost(db, until, { after, limit: READ_AT_ONCE });
    for (const receipt of receipts) {
      const printed = await printReceipt(receipt, 'ja', publicUrl);
      if (printed?.ok) yield { name: `${numberOf(receipt)}.pdf`, bytes: printed.value };
    }
    after = receipts.at(-1)?.id ?? null;
    if (after === null) return;
  }
}

function PostPage({ count, until }: { readonly count: number; readonly until: number }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('receipts_post_title')}
        lead={t('receipts_post_lead')}
        back={{ href: givingPaths.receipts(), label: t('receipts_title') }}
      />
      {count === 0 ? (
        <EmptyState title={t('receipts_post_none')}>{t('receipts_post_none_text')}</EmptyState>
      ) : (
        <>
          <p>{t('receipts_post_count', { count })}</p>
          <Actions>
            <Button kind="main" href={`${givingPaths.receiptsToPostFile()}?until=${until}`}>
              {t('receipts_post_file')}
            </Button>
            <ActionForm
              action={givingPaths.receiptsToPost()}
              hidden={{ until: String(until) }}
              confirm={t('receipts_post_confirm', { count })}
            >
              {t('receipts_post_done')}
            </ActionForm>
          </Actions>
        </>
      )}
    </>
  );
}
