import { readPointer } from '../scenario/pointer.ts';
import type { World } from '../scenario/scenario-schema.ts';
import type { Found } from './allowed-values.ts';
import type { CommandForm } from './command-forms.ts';
import { isThing } from './write-commands.ts';

/** Every thing of the world that a form can name; of several revisions of a family the newest first. */
export function thingsOf(form: CommandForm, world: World): (Found & { names: Record<string, string> })[] {
  let roots: { root: string; indexes: number[] }[] = [{ root: '', indexes: [] }];
  for (const part of form.root) {
    roots = roots.flatMap(({ root, indexes }) => {
      if (part !== '*') return [{ root: `${root}/${part}`, indexes }];
      const list = readPointer(world, root);
      return Array.isArray(list) ? list.map((_, i) => ({ root: `${root}/${i}`, indexes: [...indexes, i] })) : [];
    });
  }
  const things = roots.flatMap(({ root, indexes }) => {
    const value = readPointer(world, root);
    const names = isThing(value) ? form.nameOf(value, world, indexes) : undefined;
    return isThing(value) && names ? [{ root, value, names }] : [];
  });
  return form.command === 'ecs register-task-definition' ? things.toReversed() : things;
}
