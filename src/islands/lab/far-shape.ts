import type { Berth, Container, Pier } from './picture.ts';

/** How a yard of many berths is laid out: cells of one size, so that piers can be compared. Pixels. */
export type FarShape = {
  columns: number;
  cell: { width: number; height: number };
  /** Rows of marks that a cell has room for where containers would be too thin to see; 0 where they are not. */
  rows: number;
};

/** Where a cell lies on its pier. */
export type Place = { x: number; y: number };

/** A task on a cell, from the cell's corner. */
export type FarMark = { container: Container; x: number; y: number; width: number; height: number };

export const CELL = { least: 30, most: 150, gap: 5, above: 6, box: 14 };
/** A task of no length: a square of five pixels, one apart. */
const MARK = 5;
const STEP = MARK + 1;
const MOST_ROWS = 14;
/** Pixels under the ground for the two gauges. */
const BELOW = 11;

/** The layout of piers in a yard whose piers are `width` pixels wide. Decided by what never changes during a run. */
export function farShapeOf(piers: readonly Pier[], width: number, mostTasks: number): FarShape {
  const most = Math.max(1, ...piers.map(({ places }) => places.length));
  const fitting = Math.max(1, Math.floor(width / CELL.least));
  // A last row that is nearly empty wastes water: as many rows as are needed, evenly filled.
  const columns = Math.min(most, Math.ceil(most / Math.ceil(most / fitting)));
  const cellWidth = Math.min(CELL.most, Math.floor(width / columns));
  const wide = piers.length * most <= 6 ? Math.floor(width / columns) : cellWidth;
  const perBerth = Math.ceil(mostTasks / Math.max(1, piers.filter(({ places }) => places.length > 0).length * most));
  const isThin = (wide - CELL.gap) / Math.max(1, perBerth) < MARK;
  const rows = isThin ? Math.min(MOST_ROWS, Math.max(2, Math.ceil((perBerth * 1.5) / perRowOf(wide)))) : 0;
  const box = rows === 0 ? CELL.box : rows * STEP;
  return { columns, cell: { width: wide, height: CELL.above + box + BELOW }, rows };
}

function perRowOf(width: number): number {
  return Math.max(1, Math.floor((width - CELL.gap) / STEP));
}

export function placeOf(index: number, { columns, cell }: FarShape): Place {
  return { x: (index % columns) * cell.width, y: Math.floor(index / columns) * cell.height };
}

export function heightOf(pier: Pier, { columns, cell }: FarShape): number {
  return Math.max(1, Math.ceil(pier.places.length / columns)) * cell.height;
}

/** The second coordinate of the ground that containers stand on, from the cell's corner. */
export function groundOf({ cell }: FarShape): number {
  return cell.height - BELOW + 1;
}

/** The tasks of a berth: containers as long as their share, or squares in rows where that would be too thin. */
export function marksOn(berth: Berth, shape: FarShape): FarMark[] {
  const inner = shape.cell.width - CELL.gap;
  const ground = groundOf(shape);
  const perRow = perRowOf(shape.cell.width);
  return berth.containers.map((container, i): FarMark => {
    if (shape.rows > 0) {
      const row = Math.min(shape.rows - 1, Math.floor(i / perRow));
      return { container, x: (i % perRow) * STEP, y: ground - (row + 1) * STEP, width: MARK, height: MARK };
    }
    const x = Math.round(container.from * inner);
    const end = Math.round((container.from + container.length) * inner);
    return { container, x, y: ground - CELL.box - 1, width: Math.max(2, end - x - 1), height: CELL.box };
  });
}
