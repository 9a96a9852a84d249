import { askedPoints, servedPoints, visitPoints } from '../factors.ts';
import type { Weights } from '../weights.ts';
import type { Ability, AbilitySets } from './abilities.ts';
import { cellOf } from './grid.ts';
import { PostingArena } from './lists/arena.ts';
import { mostOf } from './lists/cells.ts';
import { Shelf } from './lists/shelf.ts';
import { BY_PLACE, BY_SCORE, HIGHEST_SCORE, NO_SCORE, type Posting, type Signature } from './posting.ts';
import type { Roster } from './roster.ts';

/** All shelves, and the writing of postings into them. */
export class Shelves {
  readonly byKey = new Map<string, Shelf>();
  readonly byPlace: PostingArena;
  readonly byScore: PostingArena;
  private roster: Roster;
  private sets: AbilitySets;
  private weights: Weights;

  constructor(roster: Roster, sets: AbilitySets, weights: Weights) {
    const order = (one: number, other: number) => roster.compare(one, other);
    this.byPlace = new PostingArena(BY_PLACE, order);
    this.byScore = new PostingArena(BY_SCORE, order);
    this.roster = roster;
    this.sets = sets;
    this.weights = weights;
  }

  /** The signature of a slot as its record stands, with rest as of the slot's `scoredOn`. */
  signatureOf(slot: number): Signature {
    const { roster, weights } = this;
    const day = roster.scoredOn[slot]!;
    const place = roster.placeOf(slot);
    return {
      slot,
      set: roster.setOf(slot),
      earned:
        askedPoints(roster.daysSinceAsked(slot, day), weights) +
        servedPoints(roster.daysSinceServed(slot, day), weights) +
        visitPoints(roster.visitsDone(slot), weights),
      skills: roster.skillMask(slot),
      practice: roster.practiceMask(slot),
      gender: roster.genderOf(slot),
      cell: place ? cellOf(place) : -1,
      reachKilometers: roster.reachKilometers(slot),
      eastMeters: place?.eastMeters ?? 0,
      northMeters: place?.northMeters ?? 0,
      earlyHours: roster.earlyHours[slot]!,
      lateHours: roster.lateHours[slot]!,
    };
  }

  post(signature: Signature): void {
    for (const ability of this.sets.at(signature.set).abilities) {
      const shelf = this.shelfFor(ability.key);
      const posting = toPosting(signature, ability);
      shelf.size++;
      shelf.ladder.insert(posting);
      if (signature.cell >= 0) shelf.cells.insert(posting);
    }
  }

  unpost(signature: Signature): void {
    for (const ability of this.sets.at(signature.set).abilities) {
      const shelf = this.shelfFor(ability.key);
      const posting = toPosting(signature, ability);
      shelf.size--;
      shelf.ladder.remove(posting);
      if (signature.cell >= 0) shelf.cells.remove(posting);
    }
  }

  /** Posts many slots at once into empty shelves: each shelf is sorted once and then only appended to. */
  postAll(slots: Iterable<number>): void {
    const inOrder = Uint32Array.from(slots).sort((one, other) => this.roster.compare(one, other));
    const signatures = Array.from(inOrder, (slot) => this.signatureOf(slot));
    const keys = new Set(this.sets.all().flatMap((set) => set.abilities.map(({ key }) => key)));
    for (const key of keys) this.postShelf(key, signatures);
  }

  private postShelf(key: string, signatures: readonly Signature[]): void {
    const shelf = this.shelfFor(key);
    const abilities: (Ability | undefined)[] = [];
    for (const set of this.sets.all()) abilities[set.number] = set.abilities.find((each) => each.key === key);
    const scores = new Int16Array(signatures.length).fill(NO_SCORE);
    const placed = scores.slice();
    for (const [index, signature] of signatures.entries()) {
      const ability = abilities[signature.set];
      if (!ability) continue;
      const posting = toPosting(signature, ability);
      scores[index] = posting.score;
      if (signature.cell >= 0) placed[index] = mostOf(posting, this.weights);
    }
    const order = byScore(scores);
    const walk = (positions: Uint32Array, visit: (posting: Posting) => void) => {
      for (const position of positions) {
        const signature = signatures[position]!;
        visit(toPosting(signature, abilities[signature.set]!));
      }
    };
    shelf.size = order.length;
    shelf.cells.fill((visit) => walk(byScore(placed), visit));
    // The signatures come in the order of ids.
    order.sort();
    shelf.ladder.fill((visit) => walk(order, visit));
  }

  private shelfFor(key: string): Shelf {
    let shelf = this.byKey.get(key);
    if (!shelf) {
      shelf = new Shelf(this.byPlace, this.byScore, this.weights);
      this.byKey.set(key, shelf);
    }
    return shelf;
  }
}

function toPosting(signature: Signature, { points, level }: Ability): Posting {
  return { signature, level, score: signature.earned + points };
}

/** Positions from the highest score to the lowest, equal scores in their order; NO_SCORE is left out. */
function byScore(scores: Int16Array): Uint32Array {
  const ends = new Uint32Array(HIGHEST_SCORE - NO_SCORE + 1);
  for (const score of scores) ends[score - NO_SCORE]!++;
  const positions = new Uint32Array(scores.length - ends[0]!);
  let start = 0;
  for (let value = ends.length - 1; value > 0; value--) {
    const size = ends[value]!;
    ends[value] = start;
    start += size;
  }
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position]!;
    if (score !== NO_SCORE) positions[ends[score - NO_SCORE]!++] = position;
  }
  return positions;
}
