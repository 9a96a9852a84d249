/** What two could do: in which season (absent: always), and for whom more than for others. */
interface Idea {
  readonly key: string;
  readonly season?: Season;
  readonly interests?: readonly string[];
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
type Season = (typeof SEASONS)[number];

/** Twelve for each season: six that always go, six of its own. */
export const IDEAS = [
  { key: 'idea_cook', interests: ['cooking'] },
  { key: 'idea_letters', interests: ['languages'] },
  { key: 'idea_shops', interests: ['walking', 'photos'] },
  { key: 'idea_library', interests: ['books', 'languages'] },
  { key: 'idea_music', interests: ['music', 'films'] },
  { key: 'idea_games', interests: ['games', 'anime'] },
  { key: 'idea_blossoms', season: 'spring', interests: ['nature', 'photos', 'walking'] },
  { key: 'idea_forms', season: 'spring' },
  { key: 'idea_wild_greens', season: 'spring', interests: ['cooking', 'nature'] },
  { key: 'idea_dolls', season: 'spring', interests: ['crafts', 'history'] },
  { key: 'idea_new_tea', season: 'spring', interests: ['tea'] },
  { key: 'idea_day_trip', season: 'spring', interests: ['travel', 'walking'] },
  { key: 'idea_fireworks', season: 'summer', interests: ['photos'] },
  { key: 'idea_festival', season: 'summer', interests: ['music', 'history'] },
  { key: 'idea_cold_noodles', season: 'summer', interests: ['cooking'] },
  { key: 'idea_museum', season: 'summer', interests: ['art', 'history'] },
  { key: 'idea_disaster', season: 'summer' },
  { key: 'idea_exercises', season: 'summer', interests: ['sports'] },
  { key: 'idea_leaves', season: 'autumn', interests: ['nature', 'photos', 'walking'] },
  { key: 'idea_moon', season: 'autumn', interests: ['tea', 'cooking'] },
  { key: 'idea_bazaar', season: 'autumn', interests: ['crafts'] },
  { key: 'idea_sports_day', season: 'autumn', interests: ['sports'] },
  { key: 'idea_used_books', season: 'autumn', interests: ['books'] },
  { key: 'idea_potatoes', season: 'autumn', interests: ['cooking', 'nature'] },
  { key: 'idea_cards', season: 'winter', interests: ['crafts', 'languages', 'art'] },
  { key: 'idea_shrine', season: 'winter', interests: ['history', 'walking'] },
  { key: 'idea_hot_pot', season: 'winter', interests: ['cooking'] },
  { key: 'idea_lights', season: 'winter', interests: ['photos'] },
  { key: 'idea_karuta', season: 'winter', interests: ['games', 'languages'] },
  { key: 'idea_holidays', season: 'winter', interests: ['travel'] },
] as const satisfies readonly Idea[];

export type IdeaKey = (typeof IDEAS)[number]['key'];

const MONTHS_A_SEASON = 3;
/** March begins spring. */
const seasonOf = (day: Temporal.PlainDate): Season =>
  SEASONS[Math.floor(((day.month + 9) % 12) / MONTHS_A_SEASON)] as Season;

/**
 * Ideas for a month: those of its season, first what both like; which of those that are equal comes first changes with
 * the month, so that nobody is shown the same twice in a row.
 */
export function ideasFor(day: Temporal.PlainDate, shared: readonly string[], most = 3): readonly IdeaKey[] {
  const fitting: readonly (Idea & { readonly key: IdeaKey })[] = IDEAS.filter(
    ({ season }: Idea) => season === undefined || season === seasonOf(day),
  );
  const turned = fitting.map((_, at) => fitting[(at + day.month * most) % fitting.length] ?? fitting[0]);
  const liked = (idea: Idea | undefined) => (idea?.interests?.some((one) => shared.includes(one)) ? 1 : 0);
  return turned
    .toSorted((one, other) => liked(other) - liked(one))
    .slice(0, most)
    .flatMap((idea) => idea?.key ?? []);
}
