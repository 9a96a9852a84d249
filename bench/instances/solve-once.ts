import { readFileSync } from 'node:fs';
import { checkCertificate } from '../../src/matching/round/certificate.ts';
import { solveRound } from '../../src/matching/round/solve.ts';
import { fromFile } from './known.ts';

// Solves the instance in a file, in a process of its own, and prints its time and peak memory.

const problem = fromFile(readFileSync(process.argv[2]!));
const began = performance.now();
const result = solveRound(problem);
const solve_ms = performance.now() - began;
const peak_mb = process.resourceUsage().maxRSS / 1024;
const proven = checkCertificate(problem, result).ok;
console.log(JSON.stringify({ solve_ms, peak_mb, pairs: result.pairs, fit: result.fit, proven }));
