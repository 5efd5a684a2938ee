// The server, restarted when its code changes, and Vite's page server in front of it.
import { spawn } from 'node:child_process';
import { install, root } from '../prepare.mjs';
import { reportback } from '../serve.mjs';

install();
const pages = spawn('pnpm', ['--dir', 'apps/web', 'exec', 'vite'], { cwd: root, stdio: 'inherit' });
process.on('exit', () => pages.kill());
reportback(['serve'], ['--watch-preserve-output', '--watch']);
