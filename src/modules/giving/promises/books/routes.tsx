import { actRoutes } from '../../../../kits/acts/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { findDonor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { cancelPromise } from '../acts.ts';
import { promiseForms } from '../life.ts';
import { countMonths } from '../store/lists.ts';
import { findPromise } from '../store/promises.ts';
import { listSteps } from '../store/steps.ts';
import { promiseList } from './list.tsx';
import { BooksPromisePage } from './view.tsx';

type PromiseCall = Pick<Call<{ id: string }>, 'db' | 'locale' | 'params'>;

/** Monthly gifts for the treasurer: all of them, and each with its history and a way to stop it. */
export const booksPromiseRoutes: readonly Route[] = [
  ...promiseList,
  get({
    path: givingPaths.booksPromise,
    access: ['treasurer'],
    audit: 'giving.promise.viewed',
    async handle(call) {
      const reply = await show(call, FormState.fresh());
      if (reply.kind === 'page') await call.audit(await aboutPromise(call));
      return reply;
    },
  }),
  ...actRoutes(
    promiseForms,
    {
      access: ['treasurer'],
      on: ({ params, actor, now, fields }) => ({
        promiseId: params.id,
        doer: { party: 'treasurer' as const, personId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ subjectIds }, { params }) => ({
        subjectIds,
        object: { kind: 'giving.promise', id: params.id },
      }),
      again: show,
    },
    {
      async cancellation({ db, locale, params, fields }, on) {
        const { subjectIds } = await aboutPromise({ db, locale, params });
        const done = await cancelPromise(db, { ...on, reason: fields.reason });
        return done.ok ? { ok: true, value: { subjectIds } } : done;
      },
    },
  ),
];

async function show({ db, locale, params }: PromiseCall, form: FormState): Promise<Reply> {
  const promise = await findPromise(db, params.id);
  const donor = promise && (await findDonor(db, promise.donorId));
  if (!donor) return missing();
  const [steps, months] = [await listSteps(db, promise.id), await countMonths(db, promise.id)];
  const title = givingStaffMessages.in(locale).plain('promise_of', { name: donor.name });
  return page(title, <BooksPromisePage {...{ promise, donor, steps, months, form }} />);
}

async function aboutPromise({ db, params: { id } }: PromiseCall) {
  const promise = await findPromise(db, id);
  const donor = promise && (await findDonor(db, promise.donorId));
  return {
    subjectIds: donor?.personId ? [donor.personId] : [],
    object: { kind: 'giving.promise', id },
  };
}
