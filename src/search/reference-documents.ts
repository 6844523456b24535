/** Comparison tables, limits and changes → what search shows of them. Each leads to its place on a reference page. */
type Text = { en: string; ko: string };

export type TableSource = {
  id: string;
  title: Text;
  lead: Text;
  columns: Text[];
  rows: { head: Text; cells: Text[] }[];
};
export type LimitSource = { id: string; what: Text; field?: string | undefined; value: Text; range?: Text | undefined };
export type ChangeSource = { id: string; date: string; what: Text; exam: Text; today: Text };

export type ReferenceMaterial = {
  tables: TableSource[];
  limits: LimitSource[];
  changes: ChangeSource[];
  /** Titles of the three pages. */
  referenceTitles: { tables: string; limits: string; changes: string };
};

type Fields = { url: string; page: string; heading: string; text: string };

/** One place for each table, each limit and each change. A table's names of columns stand first: they are asked for. */
export function referenceDocuments(material: ReferenceMaterial, language: 'en' | 'ko'): Fields[] {
  const { tables, limits, changes } = material.referenceTitles;
  const root = `${language === 'en' ? '/' : '/ko/'}reference/`;
  const say = (texts: (Text | undefined)[]) => texts.map((text) => text?.[language] ?? '').filter(Boolean);
  return [
    ...material.tables.map(({ id, title, lead, columns, rows }) => ({
      url: `${root}#${id}`,
      page: tables,
      heading: title[language],
      text: [
        say(columns).join(', '),
        lead[language],
        ...rows.map(({ head, cells }) => `${head[language]}: ${say(cells).join(', ')}.`),
      ].join(' '),
    })),
    ...material.limits.map(({ id, what, field, value, range }) => ({
      url: `${root}limits/#${id}`,
      page: limits,
      heading: what[language],
      text: [...say([value, range]), ...(field === undefined ? [] : [field])].join(' · '),
    })),
    ...material.changes.map(({ id, date, what, exam, today }) => ({
      url: `${root}changes/#${id}`,
      page: changes,
      heading: what[language],
      text: [date, ...say([today, exam])].join(' · '),
    })),
  ];
}
