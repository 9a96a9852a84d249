import type { Logger } from 'pino';
import type { VNode } from 'preact';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/connect.ts';
import type { Locale } from '../languages/locales.ts';
import type { OpenAddress } from '../parts/public/open-address.ts';
import type { Actor } from '../permissions.ts';
import type { Refusal } from '../refusal.ts';
import type { FormState } from './form-state.ts';
import type { TypedForm } from './kept-form.ts';
import type { Density, Flash, Found, WebModule } from './route.ts';
import type { StaticFiles } from './static-files.ts';

/** A page on its way to the reader, for the one function that draws the document around it. */
export interface Framed {
  readonly title: string;
  readonly body: VNode;
  readonly locale: Locale;
  readonly actor: Actor;
  readonly path: string;
  /** Its screens exist in two languages. */
  readonly isForStaffOnly: boolean;
  readonly density: Density;
  /** Whether readings are laid over the kanji of this page; null where that cannot be chosen. */
  readonly furigana: 'shown' | 'hidden' | null;
  /** `https://help.example.org`, for what must be absolute. */
  readonly origin: string;
  readonly flash: Flash | null;
  readonly found?: Found | undefined;
  /** Something could not be shown or done: whoever is in danger must not stand before nothing. */
  readonly isDeadEnd: boolean;
  /** A form came back with what is to be mended: the title begins with it. */
  readonly isRefused: boolean;
  /** What was typed in it, where it came back. */
  readonly form: FormState | null;
  /** It answers a form: to look at its address again would be something else, or send the form again. */
  readonly answersForm: boolean;
  readonly now: Temporal.Instant;
}

export type RefusalStatus = 403 | 404 | 413 | 422 | 429 | 500 | 503 | 507;

/** What is known of a refusal beside its kind. */
export interface RefusedWith {
  /** The refusals to be worded. */
  readonly form?: FormState | null;
  /** What was typed, for its writer to keep and to send again. */
  readonly typed?: TypedForm;
  /** How long to wait before it is worth another try. */
  readonly seconds?: number;
}

/** What a form holds after its words were looked at. */
export interface Helped {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What was found, by field; only who draws the field knows what it is. */
  readonly beside: ReadonlyMap<string, unknown>;
  readonly refusals: readonly Refusal[];
}

/**
 * Looks at what somebody writes before they send it: a button of the field asks, and the form comes back as it was with
 * what was found. Nothing is done, and nothing of it kept.
 */
export interface WritingAid {
  isAsked(values: ReadonlyMap<string, readonly string[]>): boolean;
  help(values: ReadonlyMap<string, readonly string[]>, now: Temporal.Instant): Promise<Helped>;
}

/** All that the web kit needs of the rest of the house, handed in by `main`. */
export interface House {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly modules: readonly WebModule[];
  /** `https://help.example.org`; absent: the address of each request. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** Whether browsers that keep no `Secure` cookie at http://localhost are served there: a demonstration. Absent: they are not. */
  readonly hasPlainCookies?: boolean;
  /** With which `/metrics` is read from elsewhere; absent: from this machine only. */
  readonly metricsToken?: string | undefined;
  /** Whether people are let in: not before the database is as this program needs it. Absent: from the beginning. */
  readonly isOpen?: () => boolean;
  /** Names of the steps of the schema that this program knows; absent in tests of routes. */
  readonly schemaSteps?: readonly string[];
  /** Who a request's cookies say is asking; NOBODY when they say nothing or no longer hold. */
  findActor(headers: Headers, now: Temporal.Instant): Promise<Actor>;
  /** Draws the whole document. */
  frame(page: Framed): VNode;
  /** The page for something that can't be shown, with the words of its own. */
  refusalPage(status: RefusalStatus, about: RefusedWith): { title(locale: Locale): string; body: VNode };
  /** The page for a form that was drawn for somebody else than who is signed in. @param about.name of the latter */
  otherPersonPage(about: { name: string; keptPath: string | null }): {
    title(locale: Locale): string;
    body: VNode;
  };
  /** The document for when not even a page can be drawn. */
  readonly lastPage: string;
  /**
   * Where somebody signs in, `again` although they are signed in, and where staff prove a second factor; each returns to
   * the path given.
   */
  readonly signInPath: (back: string, time: 'first' | 'again') => string;
  readonly secondFactorPath: (back: string) => string;
  /** The pages that everybody may find, for the sitemap; absent in tests of routes. */
  readonly listOpenAddresses?: () => Promise<readonly OpenAddress[]>;
  /** Absent in tests of routes that need none. */
  readonly writingAid?: WritingAid;
  /** The browser's files: style sheet, script, icons; absent in tests of routes. */
  readonly files?: StaticFiles;
}
