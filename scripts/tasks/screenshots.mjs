// Each screen at the sizes of a phone, a laptop and a projector, light and dark, into screenshots/.
import { build, install, run } from '../prepare.mjs';

install();
build();
run('pnpm', ['exec', 'playwright', 'test', '--config', 'tests/screens/playwright.config.ts']);
