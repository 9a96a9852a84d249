import { hash } from 'node:crypto';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { drawPage } from '../languages/draw.ts';
import { withFurigana } from '../languages/furigana/with-furigana.ts';
import type { Locale } from '../languages/locales.ts';
import { hrefIn } from '../languages/reading.tsx';
import { type Actor, isForStaffOnly, isReadAsStaff } from '../permissions.ts';
import { keepFlash, readFlash, rememberedLocale, rememberLocale, wantsFurigana } from './cookies.ts';
import { newFormKey } from './form-key.ts';
import type { FormState } from './form-state.ts';
import type { House, RefusalStatus, RefusedWith } from './house.ts';
import type { Reply, Route } from './route.ts';
import { securedResponse } from './security.ts';
import { takesEncoding } from './static-files.ts';

interface Asked {
  readonly locale: Locale;
  readonly request: Request;
  readonly url: URL;
  /** Absent where there is no such page. */
  readonly route?: Route;
  actor(): Actor;
}

/** In how many seconds it is worth another try. */
const RETRY_AFTER: { readonly [status in RefusalStatus]?: number } = { 429: 60, 503: 5, 507: 300 };

/** Turns replies into HTTP answers for one request. */
export class Replier {
  readonly #house: House;
  readonly #asked: Asked;

  constructor(house: House, asked: Asked) {
    this.#house = house;
    this.#asked = asked;
  }

  /** @param form what was typed, where a form comes back */
  async send(reply: Reply, form: FormState | null = null): Promise<Response> {
    switch (reply.kind) {
      case 'page':
        return this.#document(reply, { form });
      case 'redirect':
        return this.#redirect(reply);
      case 'file':
        return this.#file(reply);
      case 'refused':
        return this.refusal(422);
      case 'missing':
        return this.refusal(404);
      case 'response':
        return reply.response;
    }
  }

  async refusal(status: RefusalStatus, about: RefusedWith = {}): Promise<Response> {
    const seconds = about.seconds ?? RETRY_AFTER[status];
    const shown = this.#house.refusalPage(status, { ...about, ...(seconds && { seconds }) });
    const page = { title: shown.title(this.#asked.locale), body: shown.body, status };
    const answer = await this.#document(about.typed ? { ...page, isShownOnce: true } : page, {
      isDeadEnd: true,
    });
    if (seconds) answer.headers.set('retry-after', String(seconds));
    return answer;
  }

  async #document(
    page: Omit<Extract<Reply, { kind: 'page' }>, 'kind'>,
    { form = null, isDeadEnd = false }: { readonly form?: FormState | null; readonly isDeadEnd?: boolean },
  ): Promise<Response> {
    const { locale, request, url, route } = this.#asked;
    const flash = readFlash(request.headers);
    const actor = this.#asked.actor();
    const path = (url.pathname.slice(locale.length + 1) || '/') + url.search;
    const furigana = locale !== 'ja' ? null : wantsFurigana(request.headers) ? 'shown' : 'hidden';
    const framed = this.#house.frame({
      title: page.title,
      body: page.body,
      locale,
      actor,
      path,
      isForStaffOnly: route !== undefined && isForStaffOnly(route.access),
      density: route && isReadAsStaff(actor, route.access) ? 'compact' : 'roomy',
      furigana,
      origin: this.#house.publicUrl ?? url.origin,
      flash,
      found: page.found,
      // A refused form (422) is a page with a way on.
      isDeadEnd: isDeadEnd || ((page.status ?? 200) >= 400 && page.status !== 422),
      isRefused: page.status === 422,
      form,
      answersForm: request.method === 'POST',
      now: this.#house.clock(),
    });
    const drawn = drawPage(framed, locale, newFormKey(this.#house.db, actor.personId));
    const html = furigana === 'shown' ? await this.#withFurigana(drawn) : drawn;
    const status = page.status ?? 200;
    const headers: Record<string, string> = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale === 'ja-easy' ? 'ja' : locale,
      'cache-control': page.isShownOnce ? 'no-store' : 'private, no-cache',
      vary: 'cookie, accept-encoding',
    };
    // Whoever is signed in gets forms, and with them a key that is another one every time.
    const etag = status === 200 && actor.personId === null ? `W/"${hash('sha1', html, 'base64url')}"` : null;
    if (etag) headers['etag'] = etag;
    const isKnown = etag !== null && names(request.headers.get('if-none-match'), etag);
    const body = isKnown ? null : packed(html, request.headers, headers);
    const answer = securedResponse(body, { status: isKnown ? 304 : status, headers });
    for (const cookie of page.cookies ?? []) answer.headers.append('set-cookie', cookie);
    if (flash) answer.headers.append('set-cookie', keepFlash(null));
    if (rememberedLocale(request.headers) !== locale && request.method === 'GET')
      answer.headers.append('set-cookie', rememberLocale(locale));
    return answer;
  }

  async #withFurigana(drawn: Buffer<ArrayBuffer>): Promise<Buffer<ArrayBuffer>> {
    const onProblem = (err: unknown) => this.#house.log.error({ err }, 'no readings could be learned');
    return Buffer.from(await withFurigana(drawn.toString(), onProblem));
  }

  #redirect(reply: Extract<Reply, { kind: 'redirect' }>): Response {
    const headers = new Headers(reply.headers);
    headers.set('location', hrefIn(this.#asked.locale, reply.path));
    headers.set('cache-control', 'no-store');
    if (reply.flash) headers.append('set-cookie', keepFlash(reply.flash));
    return new Response(null, { status: 303, headers });
  }

  #file(reply: Extract<Reply, { kind: 'file' }>): Response {
    const headers = new Headers(reply.headers);
    headers.set('content-type', reply.mediaType);
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
    if (reply.name)
      headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(reply.name)}`);
    return new Response(reply.body as BodyInit, { headers });
  }
}

/** Whether `If-None-Match` names this page, alone or among others. */
function names(wanted: string | null, etag: string): boolean {
  return wanted?.split(',').some((one) => one.trim() === etag) ?? false;
}

/** Shorter than this, a page is one packet anyway. */
const WORTH_PACKING = 1_400;
/** Level 1 of both. The desk (57 kB) takes zstd 0.08 ms and becomes 6.9 kB; it takes gzip 0.15 ms and becomes 7.8 kB. */
const LEVEL = 1;
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } };

/** The page as it is sent: packed for those who take it, which its headers then say. No secret of ours stands beside typed text in a page. */
function packed(
  html: Buffer<ArrayBuffer>,
  asked: Headers,
  headers: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const encoding = (['zstd', 'gzip'] as const).find((one) => takesEncoding(asked, one));
  if (html.length < WORTH_PACKING || !encoding) return html;
  headers['content-encoding'] = encoding;
  const bytes = encoding === 'zstd' ? zstdCompressSync(html, ZSTD) : gzipSync(html, { level: LEVEL });
  return bytes as Uint8Array<ArrayBuffer>;
}
