// npm run bench -- NAME [arguments]: runs bench/NAME.ts and exits 0 only when what it promises holds.
import { runNamed } from './run-named.ts';

await runNamed('bench');
