/**
 * Wakes the buttons of bookmarks and notes on a page: one at each question, one beside each heading of a lesson. Dialog and
 * store are loaded when a button is pressed; the store before that only where something was kept on this device.
 */
let isAwake = false;

export function enlivenNotes(): void {
  if (isAwake) return;
  isAwake = true;
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-notes]') : null;
    if (button) void open(button);
  });
  addEventListener('drydock:log', () => void showKept());
}

/** Puts a copy of the button in the template beside each heading of a section. */
export function placeButtons(lesson: string, template: HTMLTemplateElement): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.prose > :is(h2, h3)[id]')) {
    const place = document.createElement('div');
    place.className = 'notes-place';
    place.append(template.content.cloneNode(true));
    const button = place.querySelector<HTMLElement>('[data-notes]');
    if (button === null) return;
    button.dataset.notes = `section:${lesson}#${heading.id}`;
    button.dataset.on = heading.textContent?.trim() ?? '';
    heading.after(place);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-notes]')) button.disabled = false;
}

/** Shows on each button whether something is kept there. */
export async function showKept(): Promise<void> {
  // Without this mark the device keeps nothing, and nothing has to be loaded to know it.
  if (!hasLog()) return;
  const [{ readLog }, { foldNotes }] = await Promise.all([
    import('../progress-store.ts'),
    import('../../quiz-engine/notes.ts'),
  ]);
  const { attempts } = await readLog();
  const kept = new Map(foldNotes(attempts).map((each) => [each.id, each]));
  for (const button of document.querySelectorAll<HTMLElement>('[data-notes]')) {
    const { bookmarked = false, note = '' } = kept.get(button.dataset.notes ?? '') ?? {};
    const marks = [...(bookmarked ? ['bookmark'] : []), ...(note === '' ? [] : ['note'])];
    if (marks.length === 0) delete button.dataset.kept;
    else button.dataset.kept = marks.join(' ');
    const label = note === '' ? (bookmarked ? button.dataset.bookmarked : button.dataset.empty) : button.dataset.noted;
    button.setAttribute('aria-label', [label, button.dataset.on].filter(Boolean).join(' · '));
    button.title = label ?? '';
  }
}

function hasLog(): boolean {
  try {
    return localStorage.getItem('drydock-log') !== null || sessionStorage.getItem('drydock-attempts') !== null;
  } catch {
    return false;
  }
}

async function open(button: HTMLElement): Promise<void> {
  try {
    const { openNotes } = await import('./NotesDialog.tsx');
    await openNotes({ id: button.dataset.notes ?? '', about: button.dataset.on ?? openingOf(button) });
  } catch {
    // The chunk may be out of reach for a moment; the next press asks again.
  }
}

/** How the question begins that a button belongs to. */
function openingOf(button: HTMLElement): string {
  const card = button.closest('.q') ?? button.closest('section');
  const stem = card?.querySelector('.stem')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return stem.length <= 160 ? stem : `${stem.slice(0, 159)}…`;
}
