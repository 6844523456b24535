/** Amounts of the two countable resources: whole CPU units (1,024 to the vCPU) and whole MiB. */
export type Resources = { cpuUnits: number; memoryMib: number };

/** Whether `have` covers `need` in both amounts. */
export function covers(have: Resources, need: Resources): boolean {
  return have.cpuUnits >= need.cpuUnits && have.memoryMib >= need.memoryMib;
}

/** Takes `amount` off `from`. Callers check `covers` first: a negative rest is a bug, never a state. */
export function take(from: Resources, amount: Resources): void {
  from.cpuUnits -= amount.cpuUnits;
  from.memoryMib -= amount.memoryMib;
}

export function giveBack(to: Resources, amount: Resources): void {
  to.cpuUnits += amount.cpuUnits;
  to.memoryMib += amount.memoryMib;
}
