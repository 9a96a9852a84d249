// npm run touched -- NAME: the files outside a module's folder that know it, which whoever adds one like it would touch.
import { join } from 'node:path';
import { filesThatKnow, readHouse } from './touched.ts';

const [name] = process.argv.slice(2);
if (!name) throw new Error('npm run touched -- NAME, such as spot');
const files = filesThatKnow(readHouse(join(import.meta.dirname, '../..')), name);
for (const path of files) console.log(path);
console.log(`${files.length} files outside src/modules/${name} know it.`);
