import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/*.test.ts', 'tests/live/*.test.ts', 'tools/**/*.test.ts'],
    environment: 'node',
    passWithNoTests: false,
    // A busy machine is no fault of the code: speed is measured in bench/.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
