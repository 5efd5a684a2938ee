import { build, install } from '../prepare.mjs';
import { reportback } from '../serve.mjs';

const args = process.argv.slice(2);
install();
// The other commands need no pages, and should answer at once.
if (args[0] === 'serve') build();
reportback(args);
