import { defineConfig } from '@playwright/test'
import { browserFlags, ensureBrowser } from './scripts/browser.ts'

const port = process.env.E2E_PORT ?? '5273'
const simPort = process.env.E2E_SIM_PORT ?? '4666'
process.env.E2E_PORT = port
process.env.E2E_SIM_PORT = simPort

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A crowded machine may delay an answer past a deadline: told as flaky in the closing lines, never hidden.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Seoul',
    // Recording every test takes nearly half of the processor's time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: ensureBrowser(), args: browserFlags },
  },
  webServer: {
    command: 'node scripts/run.mjs cli/start.ts --clock manual --scenario demo',
    url: `http://127.0.0.1:${port}/config.json`,
    env: { PORT: port, SIM_PORT: simPort },
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
