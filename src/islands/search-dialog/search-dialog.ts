/**
 * The dialog at work: a combobox over a grouped list of links. Focus stays in the field; arrow keys move the active
 * result, Enter follows it, Escape closes. While a syllable is being composed, keys belong to the input method.
 */
import type { Language } from '../../i18n/text.ts';
import type { Search } from '../../search/search-index.ts';
import stylesUrl from './search-dialog.css?url';
import { groupsFor, type HitGroup, IndexUnavailable, loadSearch } from './search-model.ts';
import { renderGroups } from './search-view.ts';

/** Shorter waits than this need no word. */
const LOADING_SHOWN_AFTER_MS = 300;

/** The dialog of a page; its styles come with it, because no page needs them before. */
export async function createSearchDialog(host: HTMLElement, language: Language): Promise<SearchDialog> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = stylesUrl;
  await new Promise((resolve) => {
    // Without its styles the dialog is plain, but it works.
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return new SearchDialog(host, language);
}

type Note = 'teach' | 'nothing' | 'failed' | 'mismatch';

export class SearchDialog {
  readonly #language: Language;
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #search: Search | undefined;
  /** Bookmarks and notes of this device that answer a query; none until they were read. */
  #findKept: (query: string) => HitGroup[] = () => [];
  #active = 0;

  /** Takes the dialog out of the template of its host. */
  constructor(host: HTMLElement, language: Language) {
    const template = host.querySelector('template');
    if (template) host.append(template.content.cloneNode(true));
    const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector) as E;
    this.#language = language;
    this.#dialog = find('dialog');
    this.#input = find('input');
    this.#list = find('[role="listbox"]');
    this.#status = find('[role="status"]');
    this.#input.addEventListener('input', () => this.#render());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#dialog.addEventListener('click', (event) => this.#onClick(event));
    this.#list.addEventListener('pointermove', (event) => {
      const option = closest(event, '[role="option"]');
      if (option) this.#activate(this.#options().indexOf(option as HTMLAnchorElement));
    });
  }

  /** Shows the dialog with the last query selected, and fetches the index when it is not there yet. */
  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    if (this.#search === undefined) void this.#load();
    void this.#readKept();
  }

  async #load(): Promise<void> {
    this.#render();
    const timer = setTimeout(() => this.#say('loading'), LOADING_SHOWN_AFTER_MS);
    try {
      this.#search = await loadSearch(this.#language);
      this.#render();
    } catch (error) {
      this.#say(undefined);
      this.#showNote(error instanceof IndexUnavailable ? error.reason : 'failed');
    } finally {
      clearTimeout(timer);
    }
  }

  /** The learner's notes are read at each opening: they may have changed since. Without them the search works as before. */
  async #readKept(): Promise<void> {
    try {
      const { readKept } = await import('./kept-places.ts');
      this.#findKept = await readKept(this.#language);
      if (this.#input.value.trim() !== '') this.#render();
    } catch {
      // A chunk out of reach; the next opening asks again.
    }
  }

  #render(): void {
    const query = this.#input.value.trim();
    const found = this.#search && query !== '' ? groupsFor(this.#search, query, this.#language) : [];
    // The best result stays the first; what the learner wrote is not buried under the rest.
    const groups = query === '' ? [] : [...found.slice(0, 1), ...this.#findKept(query), ...found.slice(1)];
    const count = renderGroups(this.#list, groups);
    if (query === '') this.#showNote('teach');
    else this.#showNote(count === 0 && this.#search ? 'nothing' : undefined);
    if (query === '' || !this.#search) this.#say(undefined);
    else this.#say(count === 0 ? 'none' : count === 1 ? 'one' : 'many', String(count));
    this.#activate(0);
    this.#list.scrollTop = 0;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      const next = (this.#active + step + options.length) % options.length;
      this.#activate(next);
      // The first result shows with the name of its group above it.
      if (next === 0) this.#list.scrollTop = 0;
      else options[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      options[this.#active]?.click();
    } else if (event.key === 'Escape') {
      // By itself a search field would only empty itself, and Escape would have to be pressed twice.
      event.preventDefault();
      this.#dialog.close();
    }
  }

  #onClick(event: MouseEvent): void {
    const sample = closest(event, '[data-query]');
    // A result may lead to a place on this page: the dialog must not stay over it.
    const leaves = closest(event, 'a') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.target === this.#dialog || leaves) this.#dialog.close();
    else if (closest(event, '[data-retry]')) void this.#load();
    else if (closest(event, '[data-reload]')) location.reload();
    else if (sample) {
      this.#input.value = sample.textContent ?? '';
      this.#input.focus();
      this.#render();
    }
  }

  #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  #activate(index: number): void {
    const options = this.#options();
    this.#active = index;
    for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === index));
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#input.setAttribute('aria-activedescendant', options[index]?.id ?? '');
  }

  #say(text: 'none' | 'one' | 'many' | 'loading' | undefined, count = ''): void {
    this.#status.textContent = text === undefined ? '' : (this.#status.dataset[text] ?? '').replace('{count}', count);
  }

  #showNote(note: Note | undefined): void {
    for (const each of this.#dialog.querySelectorAll<HTMLElement>('[data-note]')) {
      each.hidden = each.dataset.note !== note;
      const text = each.querySelector<HTMLElement>('[data-text]');
      if (text) text.textContent = (text.dataset.text ?? '').replace('{query}', () => this.#input.value.trim());
    }
  }
}

function closest(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
