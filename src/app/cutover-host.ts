/** What a cutover needs of this tab, and the warning before the tab that watches one is closed. Loaded with the first page about cutovers. */
import type { Aws } from '../aws/context.ts'
import { isExposed } from '../core/cutover/timing.ts'
import { currentState } from '../core/cutover/permits.ts'
import { browserHost } from '../data/cutover/browser-host.ts'
import { shownName } from '../core/dns/name.ts'
import { Cutovers } from '../data/cutover/cutovers.ts'
import type { Opening } from './opening.ts'

export function tabCutovers({ authority, backend, config }: Opening, aws: () => Aws): Cutovers {
  const cutovers = new Cutovers(
    browserHost({
      authority,
      aws,
      fetch: (url, init) => backend.fetch(url, init),
      resolvers: config.resolvers,
      probeHosts: config.probeHosts,
      practice: backend.practice !== undefined,
      onMistake: (mistake) => console.error(mistake),
    }),
  )
  cutovers.subscribe(() => {
    const { heldFor } = authority.snapshot()
    if (heldFor !== undefined && !isDriven(cutovers, heldFor)) authority.hold(undefined)
  })
  if (!backend.practice)
    addEventListener('beforeunload', (event) => {
      if (isNeeded(cutovers)) event.preventDefault()
    })
  return cutovers
}

function isDriven(cutovers: Cutovers, hostname: string): boolean {
  return cutovers.get().some((session) => shownName(session.get().run.plan.hostname) === hostname)
}

/** True while guards in this tab are all that would take traffic back by itself. */
function isNeeded(cutovers: Cutovers): boolean {
  return cutovers.get().some((session) => {
    const { run } = session.get()
    const state = currentState(run)
    return run.autoAbort && run.conditions.leader && state !== undefined && isExposed(run.plan, state)
  })
}
