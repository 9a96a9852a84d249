// npm run simulate -- NAME [arguments]: runs simulate/NAME.ts and exits 0 only when what it promises holds.
import { runNamed } from './run-named.ts';

await runNamed('simulate');
