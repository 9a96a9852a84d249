import type { ParamsOf, PathTo } from '../../platform/addresses/path-to.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Access } from '../../platform/permissions.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  type Audited,
  type Call,
  get,
  missing,
  post,
  type Reply,
  type Route,
} from '../../platform/web/route.ts';
import type { FormOf } from './define.ts';

interface FormPage<Path extends string, Typed> {
  readonly path: Path | PathTo<Path>;
  /** Where it is sent, unless to the page's own path. */
  readonly action?: PathTo<string>;
  readonly access: Access;
  /** The audit entry that sending leaves; null for one's own business. */
  readonly audit: string | null;
  /** The entry that looking leaves, where the page shows somebody's record; `about` says whose. */
  readonly looking?: string;
  about?(call: Looking<Path>): Audited;
  readonly of: FormOf<Typed>;
  /** The values that the form begins with; null where there is nothing to fill in. */
  begin(
    call: Call<ParamsOf<Path>, undefined>,
  ): Promise<Partial<NoInfer<Typed>> | null> | Partial<NoInfer<Typed>>;
  /** The page with the form as it is filled in: fresh, or come back with what was typed. */
  show(call: Looking<Path>, form: FormState): Promise<Reply> | Reply;
  save(call: Call<ParamsOf<Path>, Typed, Tx>): Promise<Reply>;
}

type Looking<Path extends string> = Pick<
  Call<ParamsOf<Path>, undefined, Database>,
  'db' | 'actor' | 'locale' | 'now' | 'params'
>;

/** The page of a form and what is sent from it: shown, checked, saved, or shown again with what to mend. */
export function formRoutes<const Path extends string, Typed>(page: FormPage<Path, Typed>): readonly Route[] {
  const { path, access, audit, of } = page;
  return [
    get({
      path,
      access,
      audit: page.looking ?? null,
      async handle(call) {
        const values = await page.begin(call);
        const reply = values ? await page.show(call, of.begin(values)) : missing();
        if (page.about && reply.kind === 'page') await call.audit(page.about(call));
        return reply;
      },
    }),
    post({
      path: (page.action ?? path) as PathTo<Path>,
      access,
      audit,
      form: of.schema,
      handle: (call) => page.save(call as Call<ParamsOf<Path>, Typed, Tx>),
      again: (call, form) => page.show(call, form),
    }),
  ];
}
