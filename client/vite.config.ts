// How the client is built (`vite build client`) and served while working (`npm run dev`).
import { defineConfig } from 'vite';

const page = Number(process.env['PORT'] ?? 2567);
const backend = `http://localhost:${process.env['BACKEND_PORT'] ?? page + 1}`;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Phaser cannot be tree-shaken: 1.4 MB raw, 350 kB compressed, in one chunk.
    chunkSizeWarningLimit: 1800,
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
