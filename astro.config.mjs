// @ts-check
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { THEME_SCRIPT } from './src/layouts/theme-script.ts';
import { diagramsPlugin } from './src/markdown/diagrams-plugin.ts';
import { lineBreaksPlugin } from './src/markdown/line-breaks-plugin.ts';
import { offline } from './src/service-worker/build-integration.ts';
import { liveRooms } from './tools/live-integration.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const development = process.argv.includes('dev');

/** Every page is a static file; every script and style is our own and known by its hash. */
const themeHash = /** @type {const} */ (`sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}`);

/** Browsers that know light-dark() and nesting, so that one rule serves both themes (all since May 2024). */
const target = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

const everyRun = [
  'random/random',
  'scenario/(duration|strategy-of|fault-words)',
  'ecs/(build-cluster|make-instance|instance-types|instances|waiting-place)',
  'placement/(pattern|query-language|query-operators|query-subjects|place-task|place|rules|rules/attribute)',
  'networking/(dynamic-ports|ports)',
  'lifecycle/checks',
  'deployment/traffic',
  'load-balancing/target-group',
  'fargate/fargate-places',
  'traffic/split',
  'spot/(spot-groups|spot-places)',
  'app-runner/auto-scaling-of',
];
const inEveryRun = new RegExp(`/(${everyRun.join('|')})\\.ts$`.replaceAll('/', '[\\\\/]'));

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  i18n: { locales: ['en', 'ko'], defaultLocale: 'en', routing: { prefixDefaultLocale: false } },
  markdown: {
    syntaxHighlight: { type: 'prism', excludeLangs: ['mermaid', 'text'] },
    processor: satteri({
      features: { headingAttributes: true },
      mdastPlugins: [diagramsPlugin({ root, inPlace: development }), lineBreaksPlugin()],
    }),
  },
  integrations: [preact(), mdx(), liveRooms(), offline()],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
      ],
      scriptDirective: { hashes: [themeHash] },
    },
  },
  vite: {
    // The simulator's worker loads its checks and its upper storeys as files of their own.
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          // What every run needs is one file instead of fifteen: each small one costs a header and compresses worse.
          codeSplitting: { groups: [{ name: 'cluster', test: inEveryRun, includeDependenciesRecursively: false }] },
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every quiz runs on is two files instead of five: each small one costs a header and compresses worse.
              codeSplitting: {
                groups: [
                  { name: 'preact', test: /node_modules[\\/]preact[\\/]/ },
                  { name: 'quiz-model', test: /(quiz[\\/]quiz-model|asked[\\/]response-parts)\.ts$/ },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      cssTarget: target,
      target,
      rolldownOptions: {
        // Known upstream noise: one warning per MDX file about 'use astro:…' directives.
        onLog: (level, log, next) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
  },
});
