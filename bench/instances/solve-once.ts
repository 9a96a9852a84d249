import { checkCertificate } from '../../src/matching/round/certificate.ts';
import { solveRound } from '../../src/matching/round/solve.ts';
import { makeInstance, withoutCapacities } from './known.ts';

// Solves one instance in a process of its own and prints its time and peak memory: `solve-once.ts "city 1000"`.

const [words = 'city 1000', capacities = 'without'] = process.argv.slice(2);
const made = makeInstance(words);
const problem = capacities === 'with' ? made : withoutCapacities(made);
const began = performance.now();
const result = solveRound(problem);
const solve_ms = performance.now() - began;
const peak_mb = process.resourceUsage().maxRSS / 1024;
const verdict = checkCertificate(problem, result);
console.log(JSON.stringify({ solve_ms, peak_mb, pairs: result.pairs, fit: result.fit, proven: verdict.ok }));
