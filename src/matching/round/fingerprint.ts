import type { RoundProblem } from './types.ts';

/** Two independent 32-bit mixes (the finalizers of MurmurHash3 and of the "lowbias32" family) over a stream. */
class Mixer {
  private first = 0x9e3779b9;
  private second = 0x85ebca6b;

  /** Always the same kind of array, so that the loop stays fast. */
  add(values: Int32Array): void {
    let a = this.first ^ values.length;
    let b = this.second ^ values.length;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      a = Math.imul(a ^ value, 0x85ebca6b);
      a ^= a >>> 13;
      b = Math.imul(b + value, 0x7feb352d);
      b ^= b >>> 15;
    }
    this.first = a | 0;
    this.second = b | 0;
  }

  get text(): string {
    return [this.first, this.second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/**
 * A fingerprint of everything that decides a round, 16 hexadecimal digits. It guards against mixing up
 * problems and results, not against an adversary.
 */
export function fingerprint(problem: RoundProblem): string {
  const mixer = new Mixer();
  mixer.add(Int32Array.of(problem.residents, problem.volunteers));
  for (const values of [problem.rowPtr, problem.column, problem.fit, problem.capacity]) mixer.add(values);
  mixer.add(problem.urgency ?? new Int32Array(0));
  mixer.add(Int32Array.from((problem.pinned ?? []).flat()));
  mixer.add(Int32Array.from((problem.forbidden ?? []).flat()));
  return mixer.text;
}

/** A fingerprint of who is paired with whom. */
export function fingerprintOfPairs(volunteerOf: Int32Array): string {
  const mixer = new Mixer();
  mixer.add(volunteerOf);
  return mixer.text;
}
