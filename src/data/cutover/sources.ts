/** What blocks of a page read about a cutover besides its view, without asking twice for what the session knows. */
import type { WatchSubject } from '../../aws/cutover/watch.ts'
import type { DohPorts } from '../../aws/dns/resolvers.ts'

export interface CutoverSources {
  doh: () => DohPorts | undefined
  /** Resolvers of the public know nothing of private zones. */
  isPrivate: () => Promise<boolean>
  /** Both sides as the guards watch them; undefined where the new side cannot be found. @throws AwsProblem */
  subject: () => Promise<WatchSubject | undefined>
}
