import type { VNode } from 'preact';
import type { z } from 'zod';
import { BareForm, formRoutes, Refusals } from '../../../kits/forms/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { Button, Notice } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { ownPage } from '../persons/own-page.tsx';
import { changePlace } from './commands.ts';
import { placeForm, townsOf } from './form.tsx';
import { findArea, refusePostcode } from './rules.ts';

/** Where somebody lives. */
export const placeRoutes: readonly Route[] = formRoutes({
  path: peoplePaths.place,
  access: 'person',
  audit: null,
  of: placeForm,
  async begin(call) {
    const { municipalityCode, town, maxTravelKm } = await findOwnPerson(call);
    return { 'place.municipality': municipalityCode ?? '', 'place.town': town ?? '', maxTravelKm };
  },
  show: placePage,
  async save(call) {
    const { maxTravelKm, lookUp, ...place } = call.fields;
    const typed = {
      postcode: place['place.postcode'],
      municipality: place['place.municipality'],
      town: place['place.town'],
    };
    if (lookUp !== '') {
      const refusal = refusePostcode(typed.postcode);
      return refusal ? refusedBy(refusal) : placePage(call, lookedUp(call.fields));
    }
    const outcome = await changePlace(call.db, await findOwnPerson(call), { ...typed, maxTravelKm });
    if (!outcome.ok) return refusedBy(outcome.refusal);
    const text = peopleMessages.in(call.locale).noted('place_kept', { town: outcome.value.name });
    return redirect(peoplePaths.place(), { tone: 'done', text });
  },
});

function placePage(call: Pick<Call, 'locale' | 'actor'>, form: FormState): Reply {
  const words = peopleMessages.in(call.locale);
  const lookUp = (
    <Button name="lookUp" value="yes" noCheck>
      {words('look_up_towns')}
    </Button>
  );
  return ownPage(
    call,
    'place',
    <>
      <Refusals of={placeForm} form={form} />
      <LookUpAnswer form={form} />
      <BareForm
        of={placeForm}
        form={form}
        without={call.actor.roles.has('volunteer') ? [] : ['maxTravelKm']}
        action={peoplePaths.place()}
        button={words('keep')}
        more={lookUp}
      />
    </>,
  );
}

// A whole city has hundreds of towns: they are offered while typing instead.
const MOST_TOWNS_SHOWN = 60;

function LookUpAnswer({ form }: { form: FormState }): VNode | null {
  const words = useWords(peopleMessages);
  const towns = townsOf(form);
  if (form.value('lookUp') === '' || form.refusals.length > 0 || towns.length === 0) return null;
  return (
    <Notice role="status" title={words('towns_found', { count: towns.length })}>
      {towns.length <= MOST_TOWNS_SHOWN && <p lang="ja">{towns.map(({ name }) => name).join(' · ')}</p>}
    </Notice>
  );
}

/** The form as it was typed, with what its postcode stands for filled in. */
function lookedUp(fields: z.output<typeof placeForm.schema>): FormState {
  const { 'place.postcode': postcode, 'place.municipality': municipality, 'place.town': town } = fields;
  const area = findArea(postcode, municipality);
  const only = area?.towns.length === 1 ? area.towns[0]?.name : undefined;
  return placeForm.begin({
    ...fields,
    'place.municipality': area?.municipality.code ?? municipality,
    'place.town': only ?? (area ? '' : town),
  });
}
