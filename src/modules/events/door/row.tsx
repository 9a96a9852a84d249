import type { VNode } from 'preact';
import { useFormats, useHref, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { HiddenFields, PersonName } from '../../../ui/index.ts';
import { callName, languageName } from '../../people/index.ts';
import { eventsMessages } from '../words.ts';
import type { DoorProps } from './props.ts';
import { type DoorEntry, isContradictory, kindsOf, placesOf } from './rules/door.ts';
import { findBy, isFound } from './rules/names.ts';
import { type Press, writeKey, writePress } from './rules/press.ts';

type Row = DoorProps['rows'][number];
type Place = ReturnType<typeof placesOf>[number];
interface RowProps extends DoorProps {
  readonly row: Row;
}

/** A party: who they are, what was prepared for them, and a press for each. */
export function DoorRowView(props: RowProps): VNode {
  const { row, door, typed, isOpen } = props;
  const places = placesOf(row, door);
  return (
    <li
      class="door-row"
      id={`door-${row.id}`}
      data-find={findBy(row)}
      hidden={typed !== '' && !isFound(row, typed)}
    >
      <p>
        <b>
          <PersonName>{row.name}</PersonName>
        </b>{' '}
        <Facts row={row} places={places} />
      </p>
      {isOpen && <Presses {...props} places={places} />}
      <p data-print-only>
        {places.map((place) => (
          <span>
            {'☐ '}
            <PlaceWords place={place} places={places} />{' '}
          </span>
        ))}
      </p>
      {places.map((place) => (
        <Contradiction {...props} place={place} />
      ))}
    </li>
  );
}

function Facts({ row, places }: { readonly row: Row; readonly places: readonly Place[] }): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { list } = useFormats();
  const spoken = new Set(row.party.flatMap(({ interpretation }) => interpretation ?? []));
  const facts = [
    ...(places.some(({ one }) => one?.crafts) ? [t('door_count_craft')] : []),
    ...[...spoken].map((one) => t('door_count_interpretation', { language: languageName(one, locale) })),
    ...(row.seesDesk ? [<b>{t('door_see_desk')}</b>] : []),
    ...(row.hasSeats ? [] : [<b>{t('door_has_no_seats')}</b>]),
  ];
  return <span class="quiet">{list(facts)}</span>;
}

function Presses(props: RowProps & { readonly places: readonly Place[] }): VNode {
  const t = useWords(eventsMessages);
  const { at, row, places } = props;
  const missing = places.filter(({ standing }) => standing.stands.length === 0);
  const here = missing.map(({ place }) => writePress({ act: 'here', registrationId: row.id, place }));
  return (
    <div class="door-acts" data-screen-only>
      {places.length > 1 && (
        <form
          class="action-form"
          method="post"
          action={useHref()(at.door)}
          data-all
          hidden={missing.length < 2}
        >
          <HiddenFields />
          <Lines of={here} />
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            aria-label={t.plain('door_press', { name: row.name, who: t.plain('door_all') })}
          >
            <span>{t('door_all')}</span>
          </button>
        </form>
      )}
      {places.map((place) => (
        <PlacePress {...props} place={place} />
      ))}
    </div>
  );
}

/** One press: here; once more: taken back, with every press that stands. */
function PlacePress({
  at,
  row,
  place,
  places,
}: RowProps & { readonly place: Place; readonly places: readonly Place[] }): VNode {
  const t = useWords(eventsMessages);
  const { stands } = place.standing;
  const here: Press = { act: 'here', registrationId: row.id, place: place.place };
  const isHere = stands.length > 0;
  const presses = isHere
    ? stands.map(({ device, seq }): Press => ({ act: 'undo', undoes: { device, seq } }))
    : [here];
  return (
    <form
      class="action-form"
      method="post"
      action={useHref()(at.door)}
      data-place={writePress(here)}
      data-stands={stands.map(writeKey).join('|')}
      data-kinds={kindsOf(place.one).join('|')}
    >
      <HiddenFields />
      <Lines of={presses.map(writePress)} />
      <button
        type="submit"
        class="button"
        data-kind={isHere ? 'main' : 'quiet'}
        aria-pressed={isHere}
        aria-label={t.plain('door_press', { name: row.name, who: usePlace(place, places).plain })}
      >
        <span>{usePlace(place, places).words}</span>
      </button>
    </form>
  );
}

const Lines = (props: { readonly of: readonly string[] }): VNode => (
  <>
    {props.of.map((line) => (
      <input type="hidden" name="press" value={line} />
    ))}
  </>
);

const PlaceWords = (props: { readonly place: Place; readonly places: readonly Place[] }): VNode => (
  <>{usePlace(props.place, props.places).words}</>
);

/** Who comes alone is here; of several each has a name of their own. */
function usePlace({ one, place }: Place, places: readonly Place[]) {
  const t = useWords(eventsMessages);
  if (places.length === 1) return { words: t('door_here'), plain: t.plain('door_here') };
  if (one === null) return { words: t('door_one_more'), plain: t.plain('door_one_more') };
  if (one.age === null) return { words: t('door_adult', { place }), plain: t.plain('door_adult', { place }) };
  return { words: t('door_child', { age: one.age }), plain: t.plain('door_child', { age: one.age }) };
}

/** What two have pressed who did not know of each other. Nothing is decided by it: somebody looks. */
function Contradiction({ place, names }: RowProps & { readonly place: Place }): VNode | null {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { time, list } = useFormats();
  const { stands, undone } = place.standing;
  if (!isContradictory(place.standing)) return null;
  const who = ({ byPersonId, pressedAt }: DoorEntry) => {
    const person = names.get(byPersonId);
    const name = person ? callName(person, locale) : t.plain('door_somebody');
    return t('door_by_at', { name, time: time(pressedAt) });
  };
  return (
    <p class="quiet" role="note">
      {t('door_pressed_by', { who: list(stands.map(who)) })}{' '}
      {undone.length > 0 && t('door_undone_by', { who: list(undone.map(({ by }) => who(by))) })}
    </p>
  );
}
