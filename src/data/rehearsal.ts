/** Opens a tab in which a cutover is rehearsed on a copy of its surroundings. Nothing but what was recorded crosses to it. */
import type { Aws } from '../aws/context.ts'
import { recordSurroundings } from '../aws/cutover/record-surroundings.ts'
import type { Recorded } from '../aws/recording.ts'
import { give } from '../browser/handover.ts'
import type { Subject } from '../core/cutover/preflight/facts.ts'
import { serverNow } from '../lib/clock.ts'

/** Name of the parameter in the fragment that tells the tab where to ask. Fragments are sent to nobody. */
export const rehearsalParameter = 'rehearsal'

export function rehearsalChannel(id: string): string {
  return `tidegate.rehearsal.${id}`
}

/** Address of the rehearsal's own page: `href` (a path of this site) in practice. */
export function rehearsalAddress(href: string, origin: string, id: string): string {
  const address = new URL(href, origin)
  address.searchParams.set('practice', 'copy')
  address.hash = `${rehearsalParameter}=${id}`
  return address.href
}

/**
 * To be called in the click itself, or the browser opens nothing; the recording may still be under way. The tab has no tie to this
 * one (`noopener`) and no keys. Resolves to whether it took the recording.
 */
export function openRehearsal(recorded: Recorded[] | Promise<Recorded[]>, href: string): Promise<boolean> {
  const id = crypto.randomUUID()
  const given = give(rehearsalChannel(id), Promise.resolve(recorded))
  window.open(rehearsalAddress(href, location.origin, id), '_blank', 'noopener')
  return given
}

/** Records what surrounds `subject` and opens the rehearsal at `href`, in the click itself. What goes wrong is told in the new tab. */
export function rehearse(aws: Aws, subject: Subject, href: string): Promise<boolean> {
  return openRehearsal(recordSurroundings({ aws, now: serverNow }, subject), href)
}
