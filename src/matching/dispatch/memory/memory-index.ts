import { reasonsFor } from '../factors.ts';
import { checkRequest } from '../request.ts';
import type { DispatchIndex, DispatchRequest, RankedVolunteer, Volunteer } from '../types.ts';
import { scarcityOf, type Weights } from '../weights.ts';
import { AbilitySets } from './abilities.ts';
import { PostingArena } from './arena.ts';
import { checkIndexWeights, checkVolunteer } from './check.ts';
import { Frontier } from './frontier.ts';
import { Plan } from './plan.ts';
import { Roster } from './roster.ts';
import { Search } from './search.ts';
import { Shelves, type Signature } from './shelves.ts';
import type { Entry } from './top.ts';

/**
 * The dispatch ranking of many volunteers in memory. It answers exactly as `rankVolunteers` does over the same
 * volunteers, under any sequence of changes. One process holds about 500 bytes for each volunteer.
 */
export class MemoryDispatchIndex implements DispatchIndex {
  private weights: Weights;
  private roster = new Roster();
  private arena: PostingArena;
  private sets: AbilitySets;
  private shelves: Shelves;
  private frontier = new Frontier();
  private bounds: { oldestDay: number; newestDay: number; furthestReach: number };
  private nextToRoll = 0;

  /**
   * @param today epoch day as of which rest is counted first; `rollTo` moves it on. Answers are exact on any
   * day, and quickest on this one.
   * @throws RangeError for weights that do not fit the index.
   */
  constructor(weights: Weights, today: number) {
    checkIndexWeights(weights);
    this.weights = weights;
    this.arena = new PostingArena((one, other) => this.roster.compare(one, other));
    this.sets = new AbilitySets(weights);
    this.shelves = new Shelves(this.arena, this.roster, this.sets, weights);
    this.bounds = { oldestDay: today, newestDay: today, furthestReach: 0 };
  }

  /** How many volunteers can be found: the approved ones. */
  get size(): number {
    return this.roster.slots.size;
  }

  /**
   * Fills an empty index with many volunteers, much quicker than one `put` after the other.
   * @throws RangeError for a volunteer out of range; Error when the index is not empty or an id comes twice.
   */
  load(volunteers: Iterable<Volunteer>): void {
    if (this.size > 0) throw new Error('Only an empty index can be loaded.');
    for (const volunteer of volunteers) {
      if (!volunteer.isApproved) continue;
      checkVolunteer(volunteer);
      if (this.roster.slots.has(volunteer.id)) throw new Error(`The volunteer ${volunteer.id} comes twice.`);
      this.write(volunteer);
    }
    const cells = Int32Array.from(
      { length: this.roster.height },
      (_, slot) => this.shelves.signatureOf(slot).cell,
    );
    this.roster.arrange(Uint32Array.from(cells.keys()).sort((one, other) => cells[one]! - cells[other]!));
    this.shelves.postAll(this.roster.slots.values());
  }

  /**
   * Adds a volunteer or replaces what was known of them; somebody not approved is taken out.
   * @throws RangeError for a volunteer out of range; the index then stays as it was.
   */
  put(volunteer: Volunteer): void {
    checkVolunteer(volunteer);
    if (!volunteer.isApproved) {
      this.remove(volunteer.id);
      return;
    }
    const known = this.roster.slots.get(volunteer.id);
    const before = known === undefined ? null : this.shelves.signatureOf(known);
    const slot = this.write(volunteer);
    const after = this.shelves.signatureOf(slot);
    if (!before || !isSame(before, after)) {
      if (before) this.shelves.unpost(before);
      this.shelves.post(after);
    }
    if (before) this.sets.release(before.set);
  }

  /** Takes a volunteer out. @returns whether they were in. */
  remove(volunteerId: string): boolean {
    const slot = this.roster.slots.get(volunteerId);
    if (slot === undefined) return false;
    this.shelves.unpost(this.shelves.signatureOf(slot));
    this.sets.release(this.roster.setOf(slot));
    this.roster.erase(slot);
    return true;
  }

  /**
   * The best who fit, in the order and with the reasons of `rankVolunteers`.
   * @param limit how many at most, 1 to 1,000.
   * @throws RangeError for a request that cannot be ranked exactly.
   */
  best(request: DispatchRequest, limit: number): RankedVolunteer[] {
    checkRequest(request, limit);
    const plan = new Plan(request, this.weights, this.roster);
    plan.addOptions(this.shelves.byKey);
    const { roster, arena, frontier, bounds } = this;
    const entries = new Search(plan, limit, { roster, arena, frontier, bounds }).run();
    return entries.map((entry) => this.explain(plan, entry));
  }

  /**
   * Brings the rest counted in postings up to a day, for at most so many slots at a time, so that a caller can
   * spread it over idle moments. Answers are exact before, during and after.
   * @returns whether all are done; call it again when not.
   */
  rollTo(day: number, atMost: number): boolean {
    if (day > this.bounds.newestDay) {
      this.bounds.newestDay = day;
      this.nextToRoll = 0;
    }
    const end = Math.min(this.nextToRoll + atMost, this.roster.height);
    for (let slot = this.nextToRoll; slot < end; slot++) this.roll(slot);
    this.nextToRoll = end;
    if (end < this.roster.height) return false;
    this.nextToRoll = 0;
    this.bounds.oldestDay = this.bounds.newestDay;
    return true;
  }

  private roll(slot: number): void {
    if (this.roster.slots.get(this.roster.idOf(slot)) !== slot) return;
    const before = this.shelves.signatureOf(slot);
    this.roster.scoredOn[slot] = this.bounds.newestDay;
    const after = this.shelves.signatureOf(slot);
    if (after.earned === before.earned) return;
    this.shelves.unpost(before);
    this.shelves.post(after);
  }

  private write(volunteer: Volunteer): number {
    const slot = this.roster.write(volunteer);
    this.roster.setSet(slot, this.sets.take(volunteer).number);
    this.roster.scoredOn[slot] = this.bounds.newestDay;
    this.bounds.furthestReach = Math.max(this.bounds.furthestReach, volunteer.reachKilometers * 1000);
    return slot;
  }

  private explain(plan: Plan, { slot, score, option, level }: Entry): RankedVolunteer {
    const { roster, weights } = this;
    const { request, categoryBit, isInPerson } = plan;
    const { language, position } = plan.options[option]!;
    const { scarcest } = this.sets.at(roster.setOf(slot));
    const scarcityGap = Math.max(0, scarcest.scarcity - scarcityOf(language, weights));
    const reasons = reasonsFor(
      {
        meters: isInPerson ? plan.reachableMeters(slot) : null,
        task: request.task,
        choice: { language, position, level, scarcityGap },
        scarcestLanguage: scarcest.language,
        category: request.category,
        hasSkill: (roster.skillMask(slot) & categoryBit) !== 0,
        hasPractice: (roster.practiceMask(slot) & categoryBit) !== 0,
        visitsDone: roster.visitsDone(slot),
        daysSinceAsked: roster.daysSinceAsked(slot, request.today),
        daysSinceServed: roster.daysSinceServed(slot, request.today),
      },
      weights,
    );
    return { volunteerId: roster.idOf(slot), score, language, possibleTimes: plan.openTimes(slot), reasons };
  }
}

function isSame(one: Signature, other: Signature): boolean {
  return (Object.keys(one) as (keyof Signature)[]).every((part) => one[part] === other[part]);
}
