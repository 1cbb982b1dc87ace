import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,simulator,deploy,cli,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    coverage: {
      provider: 'v8',
      include: ['src/aws/call.ts', 'src/aws/problem.ts', 'simulator/protocol/**/*.ts'],
      exclude: ['**/*.test.ts'],
      thresholds: { branches: 100 },
      reporter: ['text'],
    },
  },
})
