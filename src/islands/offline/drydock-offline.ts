/**
 * Registers the service worker and says on every page how the offline copy stands. In development nothing is
 * registered: a cached page would hide every edit.
 */
import { languageOf, otherLanguage } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { PageMessage, WorkerMessage } from '../../service-worker/worker-messages.ts';
import { afterMessage, lineOf, type OfflineState } from './offline-model.ts';

class DrydockOffline extends HTMLElement {
  #language: Language = 'en';
  #state: OfflineState = { phase: 'starting' };
  #registration: ServiceWorkerRegistration | undefined;
  #freeBytes = 0;
  /** This tab asked for the new version, so it may reload when that takes over. */
  #updating = false;

  connectedCallback() {
    this.#language = languageOf(this.lang);
    this.addEventListener('click', (event) => this.#onClick(event));
    for (const change of ['online', 'offline']) addEventListener(change, () => this.#show());
    if (!import.meta.env.PROD) return;
    // Not before the page itself is there: its own files come first.
    if (document.readyState === 'complete') void this.#start();
    else addEventListener('load', () => void this.#start(), { once: true });
  }

  async #start(): Promise<void> {
    const { serviceWorker } = navigator;
    try {
      const hadWorker = serviceWorker.controller !== null;
      serviceWorker.addEventListener('message', (event) => this.#onMessage(event.data as WorkerMessage));
      serviceWorker.addEventListener('controllerchange', () => {
        if (this.#updating) location.reload();
        // The very first worker replaces nothing.
        else if (hadWorker) this.#notice('replaced');
      });
      await this.#estimate();
      this.#registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
      this.#watchForUpdate(this.#registration, hadWorker);
      await serviceWorker.ready;
      this.#ask(mayFetch() ? { type: 'keep', language: this.#language } : { type: 'ask' });
    } catch {
      // No service worker in this window, storage forbidden, or no network at the very first visit.
      this.#state = navigator.onLine ? { phase: 'unsupported' } : this.#state;
      this.#show();
    }
  }

  #watchForUpdate(registration: ServiceWorkerRegistration, hadWorker: boolean): void {
    if (registration.waiting && hadWorker) this.#notice('update');
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && registration.active) this.#notice('update');
      });
    });
  }

  #ask(message: PageMessage): void {
    this.#registration?.active?.postMessage(message);
  }

  #onMessage(message: WorkerMessage): void {
    const page = { language: this.#language, freeBytes: this.#freeBytes, mayFetch: mayFetch() };
    this.#state = afterMessage(this.#state, message, page);
    this.#show();
    if (message.type !== 'saving') void this.#estimate();
  }

  async #estimate(): Promise<void> {
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
    this.#freeBytes = Math.max(0, quota - usage);
  }

  #onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const act = button?.dataset.act;
    if (act === 'save' || act === 'again' || act === 'other') {
      // Kept copies may be cleared under pressure unless the reader asked for them; this is them asking.
      void navigator.storage?.persist?.();
      this.#ask({ type: 'keep', language: act === 'other' ? otherLanguage(this.#language) : this.#language });
    } else if (act === 'update') {
      this.#updating = true;
      const message: PageMessage = { type: 'take-over' };
      this.#registration?.waiting?.postMessage(message);
    } else if (act === 'reload') location.reload();
    else if (act === 'later') this.#notice(undefined);
  }

  #show(): void {
    const line = lineOf(this.#state, navigator.onLine);
    const find = <E extends HTMLElement>(selector: string) => this.querySelector<E>(selector) as E;
    const fill = (words: string | undefined) =>
      (words ?? '').replace(/\{(\w+)\}/g, (_, name: keyof typeof line.values) => line.values[name] ?? '');
    const text = find('[data-line]');
    text.textContent = fill(line.text && text.dataset[line.text]);
    const progress = find<HTMLProgressElement>('progress');
    progress.hidden = line.progress === undefined;
    progress.value = line.progress ?? 0;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-line-button]')) {
      button.hidden = button.dataset.act !== line.button;
      if (button.dataset.text) button.textContent = fill(button.dataset.text);
    }
    this.dataset.phase = this.#state.phase;
  }

  /** `replaced` stays: this page's later parts may be gone from the server. */
  #notice(name: 'update' | 'replaced' | undefined): void {
    for (const toast of this.querySelectorAll<HTMLElement>('[data-notice]'))
      toast.hidden = toast.dataset.notice !== name;
  }
}

/** False where the reader's browser asks sites to save data. */
function mayFetch(): boolean {
  return !(navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
}

customElements.define('drydock-offline', DrydockOffline);
