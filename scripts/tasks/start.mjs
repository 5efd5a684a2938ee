import { build, install } from '../prepare.mjs';
import { reportback } from '../serve.mjs';

install();
build();
reportback(['serve', ...process.argv.slice(2)]);
