import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Locale } from '../languages/locales.ts';
import type { Label, Words } from '../languages/messages.tsx';
import type { Setting } from '../settings/settings.ts';
import type { FormState } from '../web/form-state.ts';

/** The kind of thing that an audit entry about a setting names; its id is the subject. */
export const SETTING = 'platform.setting';

/** One of the places in which an administrator sets something, as the overview and the history of settings show it. */
export interface SettingsPlace {
  readonly href: string;
  readonly title: Label;
  readonly what: Label;
  /** What stands before what: the lower first. */
  readonly order: number;
  /** What is set there just now, in the few values that say most. */
  inShort?(asked: {
    readonly db: Database;
    readonly now: Temporal.Instant;
    readonly locale: Locale;
  }): Promise<readonly SaidValue[]>;
  /** What waits there for this administrator; null when nothing does. */
  waiting?(asked: {
    readonly db: Database;
    readonly personId: string;
    readonly now: Temporal.Instant;
  }): Promise<{ readonly tone: 'notice' | 'danger'; readonly words: Label } | null>;
  /** Things whose changes stand in the history as its own; without an id, all of the kind. */
  readonly changes: { readonly kind: string; readonly id?: string };
  /** What a change is called there; the title unless said. */
  sayChange?(id: string, locale: Locale): Words;
  /** What was set, so that a change can be put back. */
  readonly setting?: SettingInWords<object>;
}

/** A setting whose changes can be said, and what follows from one. */
export interface SettingInWords<T> {
  readonly setting: Setting<T>;
  /** What one of its values is called; undefined for a name that is none any more. */
  sayName(name: string, locale: Locale): Words | undefined;
  /** Some of its values before and after, each in words. */
  sayChanges(was: Partial<T>, becomes: Partial<T>, locale: Locale): readonly SaidChange[];
  readonly consequences?: Consequences<T>;
}

export interface SaidValue {
  readonly name: Words;
  readonly value: Words;
}

export interface SaidChange {
  readonly name: Words;
  readonly was: Words;
  readonly becomes: Words;
}

/** What a change does beyond itself, which is looked at before it is saved. */
export interface Consequences<T> {
  /** The field by which a form says which of them were looked at: their mark. */
  readonly field: string;
  /** Codes of the refusals of a change, and of taking one back, that were not looked at. */
  readonly code: string;
  readonly codeOfUndoing: string;
  /** @returns null where nothing follows */
  find(
    db: Database,
    change: { readonly before: T; readonly after: T; readonly now: Temporal.Instant },
  ): Promise<Consequence | null>;
}

export interface Consequence {
  readonly count: number;
  readonly mark: string;
  /** All of it, with the field that says that it was looked at. */
  draw(form: FormState): VNode;
}
