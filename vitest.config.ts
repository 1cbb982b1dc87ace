import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,simulator,deploy,cli,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, because tests of speed measure the processor's time of their own process; one for each core, also where there are two.
    pool: 'forks',
    maxWorkers: '100%',
    // Property tests and the fleet of 5,000 services are quick, but a busy machine may be ten times slower.
    testTimeout: 30_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    coverage: {
      provider: 'v8',
      include: [
        'src/aws/call.ts',
        'src/aws/problem.ts',
        'src/core/cutover/**/*.ts',
        'src/core/task-definition/linter/**/*.ts',
        'simulator/protocol/**/*.ts',
      ],
      exclude: ['**/*.test.ts', '**/testing-*.ts', 'src/core/cutover/{fixtures,interleaving}/**'],
      thresholds: { branches: 100 },
      reporter: ['text'],
    },
  },
})
