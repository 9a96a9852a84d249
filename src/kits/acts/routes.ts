import { z } from 'zod';
import type { Tx } from '../../platform/database/connect.ts';
import type { Noted, Params } from '../../platform/languages/messages.tsx';
import type { Act, ActOf } from '../../platform/life.ts';
import type { Access } from '../../platform/permissions.ts';
import type { Outcome } from '../../platform/refusal.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  type Audited,
  type Call,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../platform/web/route.ts';
import { auditOf, type Sent, type SentAt, type Shape, versionFields } from './sent.ts';

type Acts = Readonly<Record<string, Act>>;
type Id = { readonly id: string };

/** A form that came in, with its fields. */
export type SentCall<Fields = unknown> = Call<Id, Fields, Tx>;

type FieldsOf<S> = (S extends { input: infer I extends Shape }
  ? { readonly [F in keyof I]: z.output<I[F]> }
  : unknown) & {
  readonly version?: number;
};

/** Whose page it is, and what is common to its forms. */
export interface Door<On, Done> {
  readonly access: Access;
  /** Who does it to what, for the command. */
  on(call: SentCall<{ readonly version?: number }>): On;
  /** Whom it concerned, and the noun it was done to, for the audit. */
  about(done: Done, call: SentCall): Audited & { readonly object: Id & { readonly kind: string } };
  /** The page again, with what was typed. */
  again(call: Call<Id>, form: FormState): Promise<Reply> | Reply;
}

/** What is said in the place of the table's sentence, where it depends on what was done. */
interface Told<Key> {
  readonly says?: Key;
  readonly params?: Params;
}

/** What each form does; a reply in the place of an outcome goes out as it is. */
type Doers<T, On, Done, Key> = {
  readonly [Name in keyof T]: (
    call: SentCall<FieldsOf<T[Name]>>,
    on: On,
  ) => Promise<Outcome<Done | (Done & Told<Key>)> | Reply>;
};

/** The routes of a table: each one post with its schema, audit entry, sentence and way back. */
export function actRoutes<
  A extends Acts,
  Key extends string,
  T extends Readonly<Record<string, Sent<ActOf<A>, Key>>>,
  On,
  Done,
>(table: SentAt<A, Key, T>, door: Door<On, Done>, doers: Doers<T, On, Done, Key>): readonly Route[] {
  return Object.entries(table.sent).map(([name, sent]) => {
    const doer = doers[name] as (
      call: SentCall,
      on: On,
    ) => Promise<Outcome<Done | (Done & Told<Key>)> | Reply>;
    return post({
      path: `${table.at}/${name}` as `${string}/:id/${string}`,
      access: door.access,
      audit: auditOf(table, sent),
      form: z.object({ ...((table.versioned || sent.versioned) && versionFields), ...sent.input }),
      ...(sent.proof && { proof: sent.proof }),
      ...(sent.limit && { limit: { by: 'person', ...sent.limit } }),
      ...(sent.seconds && { seconds: sent.seconds }),
      async handle(sentCall) {
        const call = sentCall as unknown as SentCall<{ readonly version?: number }>;
        const outcome = await doer(call, door.on(call));
        if ('kind' in outcome) return outcome;
        if (!outcome.ok) return refusedBy(outcome.refusal);
        const { says = sent.says, params } = (outcome.value ?? {}) as Told<Key>;
        const about = door.about(outcome.value, call);
        await call.audit(about);
        const path = (sent.to ?? table.at).replace(':id', about.object.id);
        const text: Noted = table.words.in(call.locale).noted(says, params);
        return redirect(path, { tone: 'done', text });
      },
      again: (call, form) => door.again(call as unknown as Call<Id>, form),
    });
  });
}
