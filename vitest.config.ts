import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** The rooms that `tests/architecture.test.ts` keeps pure: nothing of one test file can reach another. */
const PURE = ['random', 'i18n', 'simulator', 'quiz-engine', 'live', 'search', 'library', 'import'];
const pure = PURE.map((room) => `src/${room}/**/*.test.ts`);

export default defineConfig({
  plugins: [preact()],
  test: {
    passWithNoTests: false,
    // A busy machine is no fault of the code: speed is measured in bench/.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Without a fresh world for each file the pure rooms take half the time.
      { extends: true, test: { name: 'pure', environment: 'node', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'world',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'tests/*.test.ts',
            'tests/live/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: pure,
        },
      },
    ],
  },
});
