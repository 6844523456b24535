import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(new URL(import.meta.url).pathname));
const SRC = join(ROOT, 'src');

/**
 * The rings of the house: each folder of src/, what it may import from src/, and which packages.
 * This is the one place that says so; ARCHITECTURE.md explains why.
 */
const PURE = ['random', 'simulator', 'quiz-engine', 'live', 'search', 'library', 'import', 'i18n'];
const VIEW = [...PURE, 'islands', 'markdown', 'styles'];
const RINGS: Record<string, { imports: string[]; packages: string[] }> = {
  random: { imports: [], packages: [] },
  i18n: { imports: [], packages: [] },
  simulator: { imports: ['random', 'i18n'], packages: ['zod'] },
  'quiz-engine': { imports: ['random', 'simulator', 'i18n'], packages: ['zod', 'ts-fsrs'] },
  live: { imports: ['quiz-engine', 'simulator', 'random', 'i18n'], packages: ['zod'] },
  search: { imports: ['i18n'], packages: ['minisearch'] },
  library: { imports: ['random', 'simulator', 'quiz-engine', 'search', 'i18n'], packages: ['zod'] },
  import: { imports: ['simulator', 'i18n'], packages: ['zod', 'yaml'] },
  disk: { imports: PURE, packages: ['yaml', 'zod', 'node:*'] },
  markdown: { imports: PURE, packages: ['node:*', '@astrojs/markdown-satteri', 'satteri'] },
  islands: {
    // Of the styles, those that an island brings along: a page that has them already loads them once.
    imports: [...PURE, 'service-worker', 'styles'],
    packages: [
      'preact',
      'idb',
      'uqr',
      'yaml',
      ...['autocomplete', 'commands', 'lang-json', 'language', 'lint', 'state', 'view'].map(
        (part) => `@codemirror/${part}`,
      ),
      '@lezer/highlight',
    ],
  },
  'service-worker': { imports: PURE, packages: ['astro', 'vite', 'node:*'] },
  'content.config.ts': { imports: [...PURE, 'disk'], packages: ['astro', 'zod', 'node:*'] },
  styles: { imports: [], packages: [] },
  components: { imports: [...VIEW, 'disk', 'layouts'], packages: ['astro'] },
  layouts: { imports: [...VIEW, 'components', 'disk'], packages: ['astro', 'node:*'] },
  pages: { imports: [...VIEW, 'components', 'layouts', 'disk'], packages: ['astro', 'node:*'] },
  server: {
    imports: [...PURE, 'disk'],
    packages: ['hono', '@hono/node-server', 'ioredis', 'write-excel-file', 'zod', 'node:*'],
  },
  cli: { imports: [...PURE, 'disk', 'server', 'markdown'], packages: ['node:*'] },
};

/** What no pure file may say, and what to say instead. Imports and types are refused by the compiler. */
const BANNED: [RegExp, string][] = [
  [/\bDate\.now\s*\(/, 'take the time as an argument'],
  [/\bnew Date\b/, 'take the time as an argument'],
  [/\bMath\.random\b/, 'take a Random'],
  [/\bIntl\b/, 'format at the edge'],
  [/\.toLocale\w*\(/, 'format at the edge'],
  [/\blocaleCompare\b/, 'compare with < so that every machine agrees'],
  [/\bconsole\./, 'return what happened'],
  [/\bsetTimeout\b|\bsetInterval\b/, 'time is an argument'],
  [/\bfetch\s*\(/, 'take the data as an argument'],
  [/\bglobalThis\b/, 'the core does not know where it runs'],
];

const CODE = /\.(ts|tsx|astro|mjs)$/;
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => join(SRC, name))
  .filter((file) => statSync(file).isFile() && CODE.test(file));

type Import = { file: string; target: string };

function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(file, 'utf8'));
  const patterns = [
    /\bfrom\s*['"]([^'"\n]+)['"]/g,
    /\bimport\s*['"]([^'"\n]+)['"]/g,
    /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g,
    /new URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ file, target: match[1] ?? '' })));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

const roomOf = (file: string) => relative(SRC, file).split(sep)[0] ?? '';
const isTest = (file: string) => /\.(test|laws)\.tsx?$/.test(file) || /fixture/.test(file);
const product = files.filter((file) => !isTest(file));
const show = (file: string) => relative(ROOT, file);

function packageOf(target: string): string {
  if (target.startsWith('node:') || builtinModules.includes(target)) return 'node:*';
  const [scope = '', name = ''] = target.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function faultOf({ file, target }: Import): string | undefined {
  const room = roomOf(file);
  const ring = RINGS[room];
  if (ring === undefined) return `${show(file)}: the room "${room}" is not in the table of rings`;
  if (target.startsWith('.')) {
    const path = resolve(dirname(file), target.replace(/\?.*$/, ''));
    if (!path.startsWith(SRC + sep)) {
      const allowed = ['components', 'layouts', 'pages', 'service-worker'].includes(room);
      return allowed && path === join(ROOT, 'package.json')
        ? undefined
        : `${show(file)} imports ${target}, which lies outside src`;
    }
    const to = roomOf(path);
    return to === room || ring.imports.includes(to)
      ? undefined
      : `${show(file)} imports ${target}: ${room} may not import ${to}`;
  }
  if (target.startsWith('astro:'))
    return ring.packages.includes('astro') ? undefined : `${show(file)}: ${room} may not import ${target}`;
  if (target.startsWith('virtual:')) return undefined;
  const name = packageOf(target);
  return ring.packages.includes(name)
    ? undefined
    : `${show(file)} imports ${target}: ${room} may not use the package ${name}`;
}

describe('the rings', () => {
  it('hold: every import goes to a room and a package that the table allows', () => {
    const faults = product.flatMap(importsOf).flatMap((entry) => faultOf(entry) ?? []);
    expect(faults).toEqual([]);
  });

  it('name only rooms that exist or are planned, and every room is named', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => RINGS[room] === undefined)).toEqual([]);
  });

  it('would notice a forbidden import', () => {
    const file = join(SRC, 'simulator', 'simulate.ts');
    expect(faultOf({ file, target: '../islands/lab/Lab.tsx' })).toMatch('simulator may not import islands');
    expect(faultOf({ file, target: 'preact' })).toMatch('simulator may not use the package preact');
    expect(faultOf({ file, target: '../../tools/steps.ts' })).toMatch('outside src');
  });
});

describe('the pure rooms', () => {
  it('never ask for time, chance, locale or the machine', () => {
    const faults = product
      .filter((file) => PURE.includes(roomOf(file)))
      .flatMap((file) => {
        const text = withoutComments(readFileSync(file, 'utf8'));
        return BANNED.filter(([word]) => word.test(text)).map(
          ([word, instead]) => `${show(file)} says ${word.source}: ${instead}`,
        );
      });
    expect(faults).toEqual([]);
  });
});

describe('the tree', () => {
  it('has no grab-bag folders and no barrels', () => {
    const bags = product.filter((file) => /(^|\/)(utils?|helpers?|common|types|lib)\//.test(relative(SRC, file)));
    const barrels = product.filter((file) => /\/index\.tsx?$/.test(file));
    expect([...bags, ...barrels].map(show)).toEqual([]);
  });

  it('keeps files small enough to read: 320 lines at most, tables of words apart', () => {
    const long = product
      .filter((file) => !file.endsWith('-messages.ts'))
      .map((file) => ({ file: show(file), lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 320);
    expect(long).toEqual([]);
  });

  it('has no file that nothing reaches', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { target } of importsOf(file)) {
        if (target.startsWith('.')) visit(resolve(dirname(file), target.replace(/\?.*$/, '')));
      }
    };
    const entries = product.filter((file) => {
      const name = relative(SRC, file);
      return (
        name.startsWith(`pages${sep}`) ||
        name.startsWith(`layouts${sep}`) ||
        name === 'content.config.ts' ||
        name === join('cli', 'main.ts')
      );
    });
    const outside = ['astro.config.mjs', ...readdirSync(join(ROOT, 'tools')).map((name) => join('tools', name))];
    for (const file of [...entries, ...outside.map((name) => join(ROOT, name))]) if (CODE.test(file)) visit(file);
    expect(product.filter((file) => !reached.has(file) && !file.endsWith('.d.ts')).map(show)).toEqual([]);
  });

  it('names no place outside itself, no registry and no secret', () => {
    const own = ['src', 'tests', 'tools', 'scenarios', 'docs', 'bench'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, folder, name)),
    );
    const words = [
      `\\.\\./${'shared'}`,
      `/${'work'}/main`,
      `AKIA${'[0-9A-Z]{16}'}`,
      `BEGIN ${'(RSA|EC|OPENSSH)'} PRIVATE`,
    ];
    const pattern = new RegExp(words.join('|'));
    const guilty = own.filter((file) => statSync(file).isFile() && pattern.test(readFileSync(file, 'utf8')));
    expect(guilty.map(show)).toEqual([]);
  });
});
