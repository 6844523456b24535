import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedFault } from '../disk/load-yaml.ts';
import type { Library } from '../library/library.ts';
import { diagramFaults, diagramHash } from '../markdown/diagram.ts';

/** Every fence of every lesson is well formed and drawn, and no drawing is left over. */
export function checkDiagrams(library: Library, root: string): PlacedFault[] {
  const folder = join(root, 'diagrams');
  const wanted = new Set<string>();
  const faults = library.lessons.flatMap(({ value, origin }) =>
    value.diagrams.flatMap(({ source, line }) => {
      const file = `${diagramHash(source)}.svg`;
      wanted.add(file);
      const drawn = existsSync(join(folder, file));
      const messages = [
        ...diagramFaults(source),
        ...(drawn ? [] : ['this diagram is not drawn yet; run "npm run diagrams" and commit what it writes']),
      ];
      return messages.map((message) => ({ file: origin.file, line, column: 1, path: '', message }));
    }),
  );
  const left = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.svg') && !wanted.has(name))
    : [];
  return [
    ...faults,
    ...left.map((name) => ({
      file: `diagrams/${name}`,
      line: 1,
      column: 1,
      path: '',
      message: 'no lesson has this diagram any more; run "npm run diagrams", which removes it',
    })),
  ];
}
