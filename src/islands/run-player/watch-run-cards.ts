/** The only script a page with run cards loads: the player comes with the first press of Run. */
export function watchRunCards(page: Document): void {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-run-start]') : null;
    const card = button?.closest<HTMLElement>('[data-run-card]');
    if (!button || !card || button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    const word = button.querySelector('[data-word]');
    const before = word?.textContent ?? '';
    if (word) word.textContent = button.dataset.busy ?? before;
    import('./start-run-player.ts')
      .then(({ startRunPlayer }) => startRunPlayer(card))
      .catch(() => {
        const says = card.querySelector('[data-run-says]');
        if (says) says.textContent = card.dataset.failed ?? '';
      })
      .finally(() => {
        button.removeAttribute('aria-disabled');
        if (word) word.textContent = before;
      });
  });
}
