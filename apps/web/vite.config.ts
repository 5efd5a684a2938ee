import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keptOffline } from './kept-offline.ts';
import { precompress } from './precompress.ts';

/** Where the server of `npm run dev` listens; the pages reach it through Vite. */
const server = `http://localhost:${process.env['PORT'] ?? '3000'}`;

/** A proxied call whose Origin is the server's own, which it checks for calls with a cookie. */
const toServer = { target: server, changeOrigin: true, headers: { origin: server } };
const toSocket = { ...toServer, ws: true, rewriteWsOrigin: true };

/** In place of what the editor's kit brings along and has no use for here. */
const switchedOff = fileURLToPath(new URL('src/editor/switched-off-kit.ts', import.meta.url));

const plainLogging = fileURLToPath(new URL('src/editor/plain-logging.ts', import.meta.url));
const plainDom = fileURLToPath(new URL('src/editor/plain-dom.ts', import.meta.url));
const kitExtensions = fileURLToPath(new URL('src/editor/kit-extensions.ts', import.meta.url));

/** Of the app's frame and the domain, what the page where people join need not wait for: only some pages need it. */
const ofSomePages =
  /[\\/](?:menu|tabs|dialog|qr-code|copy-|design-page|workshop-header|organizer-page|expiry-banner|days-until|session-links|session-desk|use-desk|use-board|spoken-points|card-words|feed-notice|live-session)/;

/** Whether a module may go into the file that all pages fetch, where several of them need it. */
function isFrame(module: string): boolean {
  const isOurs =
    /apps[\\/]web[\\/]src[\\/](?:app|design)[\\/]|packages[\\/]domain[\\/]src[\\/][\w-]+\.ts/.test(
      module,
    );
  return isOurs && !ofSomePages.test(module);
}

export default defineConfig({
  plugins: [react(), precompress(), keptOffline()],
  resolve: {
    alias: [
      { find: '@tiptap/extension-link', replacement: switchedOff },
      { find: '@tiptap/pm/history', replacement: switchedOff },
      { find: 'lib0/logging', replacement: plainLogging },
      { find: 'lib0/dom', replacement: plainDom },
      { find: /^@tiptap\/extensions$/, replacement: kitExtensions },
      // For React before 18; ours has it itself.
      { find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' },
    ],
  },
  server: {
    proxy: { '/api': toServer, '/sync': toSocket, '/feed': toSocket },
  },
  build: {
    // A page's size is read from it: every chunk that the page fetches until it is usable.
    manifest: true,
    rolldownOptions: {
      // Most of it is compressing what was built, so that the server need not.
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, cached across releases.
            {
              name: 'react',
              test: /node_modules[\\/](?:react|react-dom|scheduler|wouter|regexparam)[\\/]/,
              priority: 3,
            },
            // What most pages share, in one file: a phone far away pays for each file with a round trip.
            { name: 'frame', test: isFrame, minShareCount: 3, priority: 1 },
            // What reads a note or a card, else in pieces of a few hundred bytes.
            {
              name: 'reading',
              test: /packages[\\/]document[\\/]src[\\/](?:group-document|note-names|project-inline|read-value)\.ts/,
              minShareCount: 2,
            },
            // Only the table's page may fetch these two; a chunk of their own shows at once when another does.
            {
              name: 'yjs',
              test: /node_modules[\\/](?:yjs|lib0|y-protocols|y-websocket|y-indexeddb)[\\/]/,
              priority: 2,
            },
            // Without what edits tables, which comes once the note is there, and what is drawn while one drags.
            {
              name: 'editor',
              test: /node_modules[\\/](?:@tiptap(?!.*(?:tables|dropcursor))|prosemirror-(?!tables|dropcursor)[a-z]+|orderedmap|w3c-keyname)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
