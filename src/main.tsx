/** Opens the console: reads the configuration, decides who opens it and on which AWS, and shows the app, loading them side by side. */
import { loadPart } from './app/chunk-missing.ts'
import { narrowConnections } from './app/connect-policy.ts'
import { type Opening, openConfigured, openPractice, practiceAskedFor } from './app/opening.ts'
import { showBroken, showConfigProblem } from './app/plain-page.ts'
import { applyPreferences, followSystemTheme, preferences } from './app/preferences.ts'
import { installTrustedTypes } from './app/trusted-types.ts'
import { expectsSession, takeReturn } from './auth/return-address.ts'
import { connectSources } from './config/connect-sources.ts'
import { readConfig } from './config/read.ts'
import type { Config } from './config/schema.ts'
import { now } from './lib/clock.ts'

const { locale } = preferences.get()
const loadApp = () => loadPart(() => import('./app/start.tsx'))

async function open(): Promise<void> {
  const returned = takeReturn(now())
  const scenario = practiceAskedFor()
  if (scenario !== undefined) return show(openPractice(scenario))
  const result = await readConfig('/config.json', fetch)
  if ('problem' in result) return showConfigProblem(result.problem, locale)
  const { config } = result
  narrowConnections(connectSources(config))
  if (config.practice) return show(openPractice(''))
  const opening = openConfigured(config, returned)
  // A page that leaves at once must not spend its time on an app nobody will see.
  const mayLeave = config.auth.mode === 'cognito' && !returned && expectsSession()
  if (mayLeave && !(await opening)) return
  // Only a return is about to be signed in; everyone else sees a sign-in page first.
  await show(opening, returned && config)
}

async function show(opening: Promise<Opening | undefined>, config?: Config): Promise<void> {
  const app = await loadApp()
  if (config) app.warm(config.regions)
  const opened = await opening
  if (opened) app.start(opened)
}

installTrustedTypes()
applyPreferences()
followSystemTheme()
open().catch((error: unknown) => showBroken(error, locale))
