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
const kitExtensions = fileURLToPath(new URL('src/editor/kit-extensions.ts', import.meta.url));

export default defineConfig({
  plugins: [react(), precompress(), keptOffline()],
  resolve: {
    alias: [
      { find: '@tiptap/extension-link', replacement: switchedOff },
      { find: '@tiptap/pm/history', replacement: switchedOff },
      { find: 'lib0/logging', replacement: plainLogging },
      { find: /^@tiptap\/extensions$/, replacement: kitExtensions },
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
              test: /node_modules[\\/](?:react|react-dom|scheduler|wouter|regexparam|use-sync-external-store)[\\/]/,
              priority: 3,
            },
            // What most pages share, in one file: a phone far away pays for each file with a round trip.
            // Without what only pages of a workshop need, which would weigh on the page where people join.
            {
              name: 'frame',
              test: /apps[\\/]web[\\/]src[\\/](?:app|design)[\\/](?!menu|tabs|dialog|qr-code|design-page|workshop-header|session-links|feed-notice|live-session|use-board)/,
              minShareCount: 3,
              priority: 1,
            },
            // Only the table's page may fetch these two; a chunk of their own shows at once when another does.
            {
              name: 'yjs',
              test: /node_modules[\\/](?:yjs|lib0|y-protocols|y-websocket|y-indexeddb)[\\/]/,
              priority: 2,
            },
            // Without what edits tables, which comes once the note is there.
            {
              name: 'editor',
              test: /node_modules[\\/](?:@tiptap(?!.*tables)|prosemirror-(?!tables)[a-z]+|orderedmap|w3c-keyname)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
