/** Opens the console: reads the configuration, decides who opens it and on which AWS, and shows the app, loading them side by side. */
import { loadPart } from './app/chunk-missing.ts'
import { narrowConnections } from './app/connect-policy.ts'
import { type Opening, openConfigured } from './app/opening.ts'
import { showBroken, showConfigProblem } from './app/plain-page.ts'
import { loadWords } from './app/cloudscape-words.ts'
import { practiceAskedFor } from './app/practice-memory.ts'
import { applyPreferences, followSystemTheme, preferences } from './app/preferences.ts'
import { installTrustedTypes } from './app/trusted-types.ts'
import { expectsSession, takeReturn } from './auth/return-address.ts'
import { connectSources } from './config/connect-sources.ts'
import { readConfig } from './config/read.ts'
import type { Config } from './config/schema.ts'
import { atMost } from './lib/at-most.ts'
import { now } from './lib/clock.ts'

const { locale } = preferences.get()
const loadApp = () => loadPart(() => import('./app/start.tsx'))

async function open(): Promise<void> {
  const returned = takeReturn(now())
  const scenario = practiceAskedFor()
  if (scenario !== undefined) return show(practise(scenario))
  const result = await readConfig('/config.json', fetch)
  if ('problem' in result) return showConfigProblem(result.problem, locale)
  const { config } = result
  narrowConnections(connectSources(config))
  if (config.practice) return show(practise(''))
  const opening = openConfigured(config, returned)
  // A page that leaves at once must not spend its time on an app nobody will see.
  const mayLeave = config.auth.mode === 'cognito' && !returned && expectsSession()
  if (mayLeave && !(await opening)) return
  if (returned) await atMost(headStart, opening.then(firstKeys))
  // Only a return is about to be signed in; everyone else sees a sign-in page first.
  await show(opening, returned && config)
}

async function practise(scenario: string): Promise<Opening> {
  const { openPractice } = await loadPart(() => import('./app/opening-practice.ts'))
  return openPractice(scenario)
}

/**
 * ms that signing in gets to itself: setting up the app keeps the page busy, and each of its few short calls would wait
 * for that. On a slow network the app is set up while they are under way.
 */
const headStart = 200

/** The keys that the first call will ask for. Failures are told by whoever needs the keys. */
async function firstKeys(opening: Opening | undefined): Promise<void> {
  const snapshot = opening?.authority.snapshot()
  if (snapshot?.status === 'signed-in') await opening?.authority.keys(snapshot.role)
}

async function show(opening: Promise<Opening | undefined>, config?: Config): Promise<void> {
  const words = loadWords(locale)
  const app = await loadApp()
  if (config) app.warm(config.regions)
  const opened = await opening
  if (opened) app.start(opened, await words)
}

installTrustedTypes()
applyPreferences()
followSystemTheme()
open().catch((error: unknown) => showBroken(error, locale))
