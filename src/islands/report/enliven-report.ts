import { reportedIn, reportText } from './report-model.ts';

/** Fills the report in, copies it, and keeps the link to a new issue, where there is one, up to what is written. */
export function enlivenReport(): void {
  const form = document.querySelector<HTMLFormElement>('[data-report]');
  const text = form?.querySelector('textarea');
  const said = form?.querySelector('[data-said]');
  if (!form || !text || !said) return;
  const about = reportedIn(location.hash);
  text.value = reportText(about, JSON.parse(form.dataset.labels ?? '{}'));
  const send = form.querySelector<HTMLAnchorElement>('[data-send]');
  const link = () => {
    if (send)
      send.href = `${form.dataset.newIssue}?${new URLSearchParams({ title: about.item ?? '', body: text.value })}`;
  };
  link();
  text.addEventListener('input', link);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    navigator.clipboard?.writeText(text.value).then(
      () => {
        said.textContent = form.dataset.copied ?? '';
      },
      () => refuse(),
    ) ?? refuse();
  });
  const refuse = () => {
    said.textContent = form.dataset.notCopied ?? '';
    text.select();
  };
}
