/** Finds a Chromium for the end-to-end tests and benches, and installs one when there is none. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Flags that let Chromium run as root in a container and keep it from calling home. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Path of a usable browser: `CHROMIUM_PATH`, then Playwright's own, then the system's; undefined if there is none. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, but there is no such file`)
  }
  const own = chromium.executablePath()
  if (own && existsSync(own)) return own
  return systemNames.map(which).find((path) => path !== undefined)
}

/** As findBrowser, but installs one if needed. @throws Error whose one line says what to do. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  for (const attempt of [installDebians, installPlaywrights]) {
    if (attempt()) {
      const installed = findBrowser()
      if (installed) return installed
    }
  }
  throw new Error(
    'No Chromium found: set CHROMIUM_PATH to one, or install it (Debian: apt-get install chromium; others: npx playwright install chromium)',
  )
}

function installDebians(): boolean {
  if (process.getuid?.() !== 0 || !which('apt-get')) return false
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])
}

function installPlaywrights(): boolean {
  return run('npx', ['--no-install', 'playwright', 'install', 'chromium'])
}

function run(command: string, options: string[]): boolean {
  try {
    execFileSync(command, options, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 })
    return true
  } catch {
    return false
  }
}

function which(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}
