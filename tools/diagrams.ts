// npm run diagrams: draws every mermaid fence of the lessons as a static SVG under diagrams/, named by the hash of its
// source, and removes the ones that no fence asks for. Needs a Chromium; building and reading the site does not.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { optimize } from 'svgo';
import { sayFault } from '../src/disk/load-yaml.ts';
import { readLibrary } from '../src/disk/read-library.ts';
import { diagramFaults, diagramHash, MAX_WIDTH, RENDERER } from '../src/markdown/diagram.ts';
import { flatten } from './diagram/in-page.ts';
import { COLOURS, MERMAID_CONFIG, SHOWN_FONT_SIZE } from './diagram/theme.ts';
import { findBrowser, NO_BROWSER } from './find-browser.ts';
import { ROOT } from './steps.ts';

const FOLDER = join(ROOT, 'diagrams');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Fence = { file: string; line: number; source: string; hash: string };
type Fault = { fence: Fence; message: string };

/** Every fence, and the faults of lessons that could not be read (whose drawings must then not be removed). */
function readFences(): { fences: Fence[]; unread: string[] } {
  const { library, faults } = readLibrary(ROOT);
  const fences = library.lessons.flatMap(({ value, origin }) =>
    value.diagrams.map(({ source, line }) => ({ file: origin.file, line, source, hash: diagramHash(source) })),
  );
  return { fences, unread: faults.filter((fault) => fault.file.endsWith('.mdx')).map(sayFault) };
}

/** One page where mermaid draws, one where its drawing is laid flat. */
async function openPages(browser: Browser): Promise<Pages> {
  const [drawing, flat] = await Promise.all([
    browser.newPage({ colorScheme: 'light' }),
    browser.newPage({ colorScheme: 'light' }),
  ]);
  for (const page of [drawing, flat]) await page.setContent('<!doctype html><html><body></body></html>');
  await drawing.addScriptTag({ path: join(ROOT, 'node_modules/mermaid/dist/mermaid.min.js') });
  await drawing.evaluate(
    (config) => (globalThis as unknown as { mermaid: Mermaid }).mermaid.initialize(config),
    MERMAID_CONFIG,
  );
  return { drawing, flat };
}

type Pages = { drawing: Page; flat: Page };
type Mermaid = { initialize(config: unknown): void; render(id: string, source: string): Promise<{ svg: string }> };

/** Draws one fence; returns the SVG, or what is wrong with it. */
async function draw({ drawing, flat }: Pages, fence: Fence): Promise<{ svg: string } | { message: string }> {
  const drawn = await drawing.evaluate(async (source) => {
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    try {
      return { markup: (await mermaid.render('drawing', source)).svg };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }, fence.source);
  if (drawn.markup === undefined)
    return { message: `mermaid cannot read this diagram: ${(drawn.error ?? '').replace(/\s*\n\s*/g, ' | ')}` };
  const result = await flat.evaluate(
    `(${flatten.toString()})(${JSON.stringify(drawn.markup)}, ${JSON.stringify({ colours: COLOURS, prefix: `m${fence.hash.slice(0, 8)}`, fontSize: SHOWN_FONT_SIZE })})`,
  );
  const { svg, width, unknown } = result as ReturnType<typeof flatten>;
  if (unknown.length > 0)
    return {
      message: `the drawing has colours that are not ours (${unknown.join(', ')}); add them to tools/diagram/theme.ts`,
    };
  if (width > MAX_WIDTH)
    return {
      message: `the diagram is ${width} px wide and ${MAX_WIDTH} is the most; draw it top-down or shorten its labels`,
    };
  return { svg: shrink(svg) };
}

function shrink(svg: string): string {
  const { data } = optimize(svg, {
    multipass: true,
    floatPrecision: 1,
    plugins: [
      {
        name: 'preset-default',
        params: {
          overrides: {
            cleanupIds: false,
            removeUnknownsAndDefaults: { keepRoleAttr: true },
            convertShapeToPath: false,
            mergePaths: false,
            removeHiddenElems: false,
          },
        },
      },
      { name: 'sortAttrs' },
    ],
  });
  return data;
}

/** `lessons.mdx:12` with the line of the fault inside the fence, where mermaid names one. */
function place({ fence, message }: Fault): string {
  const inside = Number(/on line (\d+)/.exec(message)?.[1] ?? 0);
  return `${fence.file}:${fence.line + inside}:1  mermaid: ${message}`;
}

async function drawMissing(missing: Fence[], faults: Fault[]): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const pages = await openPages(browser);
    for (const fence of missing) {
      const drawn = await draw(pages, fence);
      if ('message' in drawn) faults.push({ fence, message: drawn.message });
      else {
        writeFileSync(join(FOLDER, `${fence.hash}.svg`), `${drawn.svg}\n`);
        console.log(`drew ${fence.hash}.svg for ${fence.file}:${fence.line}`);
      }
    }
  } finally {
    await browser.close();
  }
}

function removeUnused(fences: readonly Fence[]): void {
  const wanted = new Set(fences.map((fence) => `${fence.hash}.svg`));
  for (const name of readdirSync(FOLDER)) {
    if (!name.endsWith('.svg') || wanted.has(name)) continue;
    rmSync(join(FOLDER, name));
    console.log(`removed ${name}: no lesson has this diagram any more`);
  }
}

async function main(): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/mermaid/package.json'), 'utf8')) as {
    version: string;
  };
  if (version !== RENDERER.mermaid) {
    console.error(
      `mermaid ${version} is installed, the drawings are named for ${RENDERER.mermaid}: change RENDERER in src/markdown/diagram.ts, then run this again`,
    );
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  const { fences, unread } = readFences();
  const faults: Fault[] = fences.flatMap((fence) => diagramFaults(fence.source).map((message) => ({ fence, message })));
  const sound = fences.filter((fence) => !faults.some((fault) => fault.fence === fence));
  const missing = sound.filter((fence) => !existsSync(join(FOLDER, `${fence.hash}.svg`)));
  if (missing.length > 0) await drawMissing(missing, faults);
  if (unread.length === 0) removeUnused(fences);
  for (const line of [...unread, ...faults.map(place)]) console.error(line);
  const bad = unread.length + faults.length;
  console.log(
    bad === 0 ? `${fences.length} diagrams, all drawn.` : `${bad} faults; drawings of sound diagrams were kept.`,
  );
  return bad === 0 ? 0 : 1;
}

process.exitCode = await main();
