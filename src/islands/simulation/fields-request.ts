import { type FieldsAt, fieldsAt } from '../../simulator/scenario/fields-of.ts';
import { parsePointer } from '../../simulator/scenario/pointer.ts';
import { scenarioSchema } from './read-request.ts';

/** What the schema lets stand at a JSON Pointer into `world`. The worker fetches it when somebody first writes in the editor. */
export function fieldsAtPointer(pointer: string): FieldsAt {
  // The world itself has no pointer of its own kind.
  const keys = pointer === '' ? [] : parsePointer(pointer);
  return keys === undefined ? { fields: [], values: [] } : fieldsAt(scenarioSchema(), ['world', ...keys]);
}
