// npm run fuzz -- NAME [arguments]: runs fuzz/NAME.ts and exits 0 only when what it promises holds.
import { runNamed } from './run-named.ts';

await runNamed('fuzz');
