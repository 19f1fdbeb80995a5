// How the client is built (`vite build client`) and served while working (`npm run dev`).
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const page = Number(process.env['PORT'] ?? 2567);
const backend = `http://localhost:${process.env['BACKEND_PORT'] ?? page + 1}`;

/**
 * Phaser cannot be tree-shaken. Its own core entry holds all that the town uses, in three fifths of the bytes. It is
 * source: what Phaser's build decides by `typeof NAME` is decided here.
 */
const phaserFolder = join(createRequire(import.meta.url).resolve('phaser/package.json'), '..');
const PHASER_FLAGS: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  EXPERIMENTAL: false,
  FEATURE_SOUND: false,
};
const phaserCore: Plugin = {
  name: 'phaser-core',
  transform: (code, id) =>
    id.startsWith(phaserFolder)
      ? code
          .replaceAll(/typeof ([A-Z_]+)\b/g, (whole, flag: string) => String(PHASER_FLAGS[flag] ?? whole))
          .replaceAll('global.Phaser', 'globalThis.Phaser')
      : null,
};

export default defineConfig({
  plugins: [phaserCore],
  resolve: { alias: [{ find: /^phaser$/, replacement: join(phaserFolder, 'src/phaser-core.js') }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The engine, in one chunk.
    chunkSizeWarningLimit: 1000,
    // Reading a signal subscribes to it: `void language.value` must not be taken for a statement without effect.
    rolldownOptions: { treeshake: { propertyReadSideEffects: 'always' } },
    // An inlined picture cannot be cached on its own.
    assetsInlineLimit: 0,
  },
  server: {
    port: page,
    strictPort: true,
    host: true,
    fs: { allow: ['..'] },
    proxy: {
      // What the server answers, with the same origin as in production. A seat's web socket is /process/room?sessionId=...
      '^/(api|matchmake|healthz)(/|$|\\?)': { target: backend },
      '^/[^/]+/[^/?]+\\?.*sessionId=': { target: backend, ws: true },
    },
  },
});
