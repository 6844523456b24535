import { defineConfig } from 'vitest/config';

/** Tests that read dist/: run after a build. */
export default defineConfig({
  test: { include: ['tests/site/*.test.ts'], environment: 'node', passWithNoTests: false },
});
