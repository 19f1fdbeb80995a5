// How the client is built (`vite build client`) and served while working (`npm run dev`).
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
/** Of the core entry, what the town has no use for: it loads its own pictures, hears no input and writes no Text. */
const UNUSED =
  /^ *(?:Text|Graphics|Layer|AnimationJSONFile|AtlasJSONFile|AudioFile|AudioSpriteFile|HTML5AudioFile|ImageFile|JSONFile|MultiAtlasFile|PluginFile|ScriptFile|SpriteSheetFile|TextFile|XMLFile|LoaderPlugin|MultiFile|Tweens|Filters): require\([^)]*\),?$/gm;
/** The town filters no picture, has no layer that the chip keeps, and hears keys by itself: what would do so is left empty. */
const NEVER_USED =
  /[\\/]src[\\/](renderer[\\/]webgl[\\/]renderNodes[\\/](filters[\\/]Filter\w+|submitter[\\/]Submitter(Sprite|Tilemap)GPULayer)|filters[\\/]\w+|input[\\/](gamepad|keyboard)[\\/]index)\.js$/;
/** And their shaders, which are texts. */
const NEVER_COMPILED =
  /[\\/]shaders[\\/](Filter|Noise|Ramp|Gradient|SpriteGPULayer|TilemapGPULayer|PointLight)[\w]*-(vert|frag|glsl)\.js$/;
const phaserCore: Plugin = {
  name: 'phaser-core',
  load: (id) => {
    if (!id.startsWith(phaserFolder)) return null;
    if (NEVER_COMPILED.test(id)) return { code: "module.exports = '';", moduleType: 'js' };
    return NEVER_USED.test(id) ? { code: 'module.exports = class {};', moduleType: 'js' } : null;
  },
  transform: (code, id) =>
    id.startsWith(phaserFolder)
      ? (id.endsWith('phaser-core.js') ? code.replaceAll(UNUSED, '') : code)
          .replaceAll(/typeof ([A-Z_]+)\b/g, (whole, flag: string) => String(PHASER_FLAGS[flag] ?? whole))
          .replaceAll('global.Phaser', 'globalThis.Phaser')
      : null,
};

/** Of the line to the server: it is a WebSocket, and rooms hear commands, not inputs frame by frame. */
const UNUSED_OF_SDK = [
  { file: /colyseus\.js[\\/]build[\\/]transport[\\/]H3Transport\.mjs$/, name: 'H3TransportTransport' },
  { file: /colyseus\.js[\\/]build[\\/]input[\\/]RoomInput\.mjs$/, name: 'RoomInput' },
];
const lineToServer: Plugin = {
  name: 'line-to-server',
  apply: 'build',
  load: (id) => {
    const unused = UNUSED_OF_SDK.find(({ file }) => file.test(id));
    return unused ? { code: `export class ${unused.name} {}`, moduleType: 'js' } : null;
  },
};

/**
 * Only who reads manifests asks zod for JSON Schema, by `z.toJSONSchema`, which knows every type by itself. The same as a
 * method of each schema would have the class load it; nobody calls those methods, and they are left empty.
 */
const JSON_SCHEMA_OF_ZOD: readonly (readonly [RegExp, string])[] = [
  [/^ *inst\._zod\.processJSONSchema = .*$/gm, ''],
  [/\bcreate(?:Standard|To)JSONSchemaMethod(?=\(this)/g, 'void '],
  [/\bprocessors\.aggregateChecks\(inst\)/g, '({})'],
];
const zodOfTheClass: Plugin = {
  name: 'zod-of-the-class',
  apply: 'build',
  transform: (code, id) =>
    /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(id)
      ? JSON_SCHEMA_OF_ZOD.reduce((rest, [unused, instead]) => rest.replaceAll(unused, instead), code)
      : null,
};

/** Each language's texts as a chunk of its own: the table of both is evaluated here, and one column written out. */
const textsByLanguage: Plugin = {
  name: 'texts-by-language',
  apply: 'build',
  load: async (id) => {
    if (!/i18n[\\/]languages[\\/][\w-]+\.ts$/.test(id)) return null;
    const { texts } = (await import(pathToFileURL(id).href)) as { texts: unknown };
    return { code: `export const texts = ${JSON.stringify(texts)};`, moduleType: 'js' };
  },
};

export default defineConfig({
  plugins: [phaserCore, lineToServer, zodOfTheClass, textsByLanguage],
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
      '^/(api|matchmake)(/|$|\\?)': { target: backend },
      '^/[^/]+/[^/?]+\\?.*sessionId=': { target: backend, ws: true },
    },
  },
});
