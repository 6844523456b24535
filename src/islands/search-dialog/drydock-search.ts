/**
 * The search element that is on every page from the start. It only listens: for a `[data-search-open]` button, for `/`
 * outside of a field, and for Ctrl/⌘ K. Dialog, engine and index are loaded when it is asked for the first time.
 */
import { languageOf } from '../../i18n/paths.ts';
import type { SearchDialog } from './search-dialog.ts';

class DrydockSearch extends HTMLElement {
  #dialog: Promise<SearchDialog> | undefined;

  connectedCallback() {
    document.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-search-open]')) void this.#open();
    });
    document.addEventListener('keydown', (event) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      void this.#open();
    });
  }

  async #open() {
    this.#dialog ??= import('./search-dialog.ts').then(({ createSearchDialog }) =>
      createSearchDialog(this, languageOf(this.lang)),
    );
    try {
      (await this.#dialog).open();
    } catch {
      // The chunk may be out of reach for a moment; the next press asks again.
      this.#dialog = undefined;
    }
  }
}

function asksForSearch(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented || event.altKey) return false;
  const shortcut = event.ctrlKey || event.metaKey;
  // By code as well: with the Korean layout on, the K key says ㅏ.
  if (shortcut) return !event.shiftKey && (event.key.toLowerCase() === 'k' || event.code === 'KeyK');
  return event.key === '/' && !isTyping(event.target) && document.querySelector('dialog[open]') === null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}

customElements.define('drydock-search', DrydockSearch);
