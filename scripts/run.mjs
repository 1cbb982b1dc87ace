// Runs a TypeScript entry under Node 20 (which cannot): node scripts/run.mjs cli/start.ts [args]
import { runnerImport } from 'vite'
await runnerImport(new URL(`../${process.argv[2]}`, import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
})
