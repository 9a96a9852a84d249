import { askedPoints, servedPoints, visitPoints } from '../factors.ts';
import type { Weights } from '../weights.ts';
import type { Ability, AbilitySets } from './abilities.ts';
import type { PostingArena } from './arena.ts';
import { cellOf, eighthOf } from './grid.ts';
import { HIGHEST_SCORE, NO_SCORE, type Posting } from './posting.ts';
import type { Roster } from './roster.ts';
import { Shelf } from './shelf.ts';

/** What the postings of a volunteer depend on; as long as it stays the same they need not be touched. */
export type Signature = Omit<Posting, 'score' | 'level'> & { set: number; earned: number; cell: number };

/** All shelves, and the writing of postings into them. */
export class Shelves {
  readonly byKey = new Map<string, Shelf>();
  private arena: PostingArena;
  private roster: Roster;
  private sets: AbilitySets;
  private weights: Weights;

  constructor(arena: PostingArena, roster: Roster, sets: AbilitySets, weights: Weights) {
    this.arena = arena;
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
      east: place ? eighthOf(place.eastMeters) : 0,
      north: place ? eighthOf(place.northMeters) : 0,
      earlyHours: roster.earlyHours[slot]!,
      lateHours: roster.lateHours[slot]!,
    };
  }

  post(signature: Signature): void {
    for (const ability of this.sets.at(signature.set).abilities) {
      const shelf = this.shelfFor(ability.key);
      const posting = toPosting(signature, ability);
      shelf.size++;
      shelf.byMask.insert(signature.skills | signature.practice, posting);
      if (signature.cell >= 0) shelf.byCell.insert(signature.cell, posting);
    }
  }

  unpost(signature: Signature): void {
    for (const ability of this.sets.at(signature.set).abilities) {
      const shelf = this.shelfFor(ability.key);
      const posting = toPosting(signature, ability);
      shelf.size--;
      shelf.byMask.remove(signature.skills | signature.practice, posting);
      if (signature.cell >= 0) shelf.byCell.remove(signature.cell, posting);
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
    const scores = new Int16Array(signatures.length);
    for (let index = 0; index < scores.length; index++) {
      const ability = abilities[signatures[index]!.set];
      scores[index] = ability ? signatures[index]!.earned + ability.points : NO_SCORE;
    }
    const members = Array.from(byScore(scores), (index) => signatures[index]!);
    reserve(shelf, members);
    for (const signature of members) {
      const posting = toPosting(signature, abilities[signature.set]!);
      shelf.size++;
      shelf.byMask.append(signature.skills | signature.practice, posting);
      if (signature.cell >= 0) shelf.byCell.append(signature.cell, posting);
    }
  }

  private shelfFor(key: string): Shelf {
    let shelf = this.byKey.get(key);
    if (!shelf) {
      shelf = new Shelf(this.arena);
      this.byKey.set(key, shelf);
    }
    return shelf;
  }
}

/** Makes room for everybody, so that the lists of neighboring cells lie side by side. */
function reserve(shelf: Shelf, members: readonly Signature[]): void {
  const byMask = new Uint32Array(shelf.byMask.lists.length);
  const byCell = new Uint32Array(shelf.byCell.lists.length);
  for (const { skills, practice, cell } of members) {
    byMask[skills | practice]!++;
    if (cell >= 0) byCell[cell]!++;
  }
  shelf.byMask.reserve(byMask);
  shelf.byCell.reserve(byCell);
}

function toPosting(signature: Signature, { points, level }: Ability): Posting {
  return { ...signature, score: signature.earned + points, level };
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
