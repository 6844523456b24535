import { existsSync } from 'node:fs';

/** The file of a route, as Astro names its pattern: `/[...lang]/exam` is src/pages/[...lang]/exam.astro or exam/index.astro. */
export function fileOf(pattern: string): string {
  const route = `src/pages${pattern.replace(/\/$/, '')}`;
  // Pages are rendered in the project's folder.
  return existsSync(`${route}.astro`) ? `${route}.astro` : `${route}/index.astro`;
}

/** Where a file of the repository is edited; undefined when the build does not know the repository (REPOSITORY_URL). */
export function editLink(file: string): string | undefined {
  const repository = process.env.REPOSITORY_URL?.replace(/\/+$/, '');
  return repository && `${repository}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`;
}
