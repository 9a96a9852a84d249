import type { ComponentChildren, VNode } from 'preact';
import { chomeOf, readingOfTown, type Town } from '../../japanese/places.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { Select } from './choices.tsx';
import { FieldGroup, type FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

type NamedTown = Pick<Town, 'municipalityCode' | 'name'>;

export interface PlaceFieldProps extends FieldProps {
  /** Cities and wards: JIS code, name in the reader's language, and the prefecture as group. */
  municipalities: readonly { value: string; label: string; group?: string | undefined }[];
  value?:
    | { postcode?: string | undefined; municipality?: string | undefined; town?: string | undefined }
    | undefined;
  /** Towns to pick from while typing, once the municipality is known. */
  towns?: readonly NamedTown[] | undefined;
  /** The few towns of the postcode, to choose one from. */
  townsOfPostcode?: readonly NamedTown[] | undefined;
  /** A button that fills in what the postcode says, beside it. */
  findTown?: ComponentChildren | undefined;
  refusals?:
    | { postcode?: ComponentChildren; municipality?: ComponentChildren; town?: ComponentChildren }
    | undefined;
}

/**
 * A place: by its postcode, or by municipality and town. Sent as `name.postcode`, `name.municipality`, `name.town`;
 * the server finds the town of a postcode, so that nothing needs scripts.
 */
export function PlaceField(props: PlaceFieldProps): VNode {
  const words = useWords(uiMessages);
  const { value, refusals } = props;
  return (
    <FieldGroup {...props}>
      <div class="place-field" id={props.name}>
        <TextField
          name={`${props.name}.postcode`}
          label={words('postcode')}
          hint={words('postcode_hint')}
          value={value?.postcode}
          refusal={refusals?.postcode}
          autocomplete="postal-code"
          inputmode="numeric"
          width="short"
          optional
          quietOptional
        />
        {props.findTown}
        <p class="place-or">{words('or')}</p>
        <div class="field-parts">
          <Select
            name={`${props.name}.municipality`}
            label={words('municipality')}
            options={props.municipalities}
            value={value?.municipality}
            refusal={refusals?.municipality}
            optional
            quietOptional
          />
          <TownPart {...props} />
        </div>
        <p class="field-hint">{words('town_hint')}</p>
      </div>
    </FieldGroup>
  );
}

function TownPart(props: PlaceFieldProps): VNode {
  const locale = useLocale();
  const words = useWords(uiMessages);
  const field = {
    name: `${props.name}.town`,
    label: words('town'),
    value: props.value?.town,
    refusal: props.refusals?.town,
    optional: true,
    quietOptional: true,
  };
  const few = props.townsOfPostcode ?? [];
  // Whoever can't read the name finds its sound and the number of their address in it.
  const choiceOf = ({ municipalityCode, name }: NamedTown) => {
    const sound = readingOfTown(municipalityCode, name);
    const reading = (locale === 'en' ? sound?.latin : sound?.kana) ?? 'none';
    return {
      value: name,
      label: words.plain('town_choice', { town: name, chome: chomeOf(name) ?? 0, reading }),
    };
  };
  if (few.length > 0) return <Select {...field} options={few.map(choiceOf)} />;
  return <TextField {...field} suggestions={props.towns?.map(choiceOf)} autocomplete="address-level3" />;
}
