import type { ExamWords } from '../../i18n/exam-messages.ts';

type Row = { domain: string; title: string; right: number; of: number; share: number; low: number; high: number };

/** Each domain with its share and how little is known of it. */
export function DomainTable({ words, domains }: { words: ExamWords; domains: readonly Row[] }) {
  return (
    <section class="exam-part" aria-labelledby="exam-domains">
      <h2 id="exam-domains">{words.byDomain}</h2>
      <table class="table exam-domains">
        <thead>
          <tr>
            <th scope="col">{words.domain}</th>
            <th scope="col" class="n">
              {words.rightColumn}
            </th>
            <th scope="col">{words.shareColumn}</th>
          </tr>
        </thead>
        <tbody>
          {domains.map((row) => (
            <tr key={row.domain}>
              <th scope="row">{row.title}</th>
              <td class="n">{row.of === 0 ? '–' : `${row.right}/${row.of}`}</td>
              <td>
                {row.of === 0 ? <span class="faint">{words.noQuestions}</span> : <Share words={words} row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small faint">{words.domainNote}</p>
    </section>
  );
}

function Share({ words, row }: { words: ExamWords; row: Row }) {
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <svg class="exam-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="of" width="100" height="10" />
        <rect class="interval" x={row.low * 100} y="2" width={Math.max(1, (row.high - row.low) * 100)} height="6" />
        <rect class="is" x={Math.min(98.5, Math.max(0, row.share * 100 - 0.75))} width="1.5" height="10" />
      </svg>
      <span class="num small">{words.share(percent(row.share), percent(row.low), percent(row.high))}</span>
    </>
  );
}
