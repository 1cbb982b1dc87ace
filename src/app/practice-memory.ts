/** What a practice tab remembers over a reload, in this tab alone: which scenario, what a rehearsal was copied from, and the simulated account. */

const scenarioKey = 'tidegate.practice'
const recordingKey = 'tidegate.practice.recording'
const worldKey = 'tidegate.practice.world'

/** Scenario that `?practice` or `?practice=<scenario>` asks for; kept for this tab, because links drop the parameter. */
export function practiceAskedFor(): string | undefined {
  const asked = new URLSearchParams(location.search).get('practice')
  if (asked !== null) sessionStorage.setItem(scenarioKey, asked)
  return sessionStorage.getItem(scenarioKey) ?? undefined
}

/** The scenario that was chosen last; without effect where the site is for practice only. */
export function rememberScenario(name: string): void {
  if (sessionStorage.getItem(scenarioKey) !== null) sessionStorage.setItem(scenarioKey, name)
}

export function forgetPractice(): void {
  for (const key of [scenarioKey, recordingKey, worldKey]) sessionStorage.removeItem(key)
}

/** A scenario that does not exist must not follow the reader to the next page. */
export function forgetScenario(): void {
  sessionStorage.removeItem(scenarioKey)
}

export function rememberRecording(recorded: unknown): void {
  sessionStorage.removeItem(worldKey)
  keep(recordingKey, JSON.stringify(recorded))
}

export function rememberedRecording(): string | undefined {
  return sessionStorage.getItem(recordingKey) ?? undefined
}

/** The account as it was when this page was left. Other visits than reloads begin anew, but for a rehearsal's. */
export function rememberedWorld(isRehearsal: boolean): string | undefined {
  const [visit] = performance.getEntriesByType('navigation')
  const isReload = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate'
  return isRehearsal || isReload ? (sessionStorage.getItem(worldKey) ?? undefined) : undefined
}

export function forgetWorld(): void {
  sessionStorage.removeItem(worldKey)
}

/** Keeps `world()` when the page is left, where it is worth it; crashes are not survived. */
export function rememberWorldOnLeaving(world: () => string | undefined): void {
  window.addEventListener('pagehide', () => {
    if (sessionStorage.getItem(scenarioKey) === null) return
    const text = world()
    if (text === undefined) forgetWorld()
    else keep(worldKey, text)
  })
}

/** What is too big is not kept at all. */
function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    sessionStorage.removeItem(key)
  }
}
