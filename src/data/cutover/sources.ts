/** What blocks of a page read about a cutover besides its view, without asking twice for what the session knows. */
import type { WatchSubject } from '../../aws/cutover/watch.ts'
import type { CutoverHost } from './host.ts'

export interface CutoverSources {
  readonly host: CutoverHost
  /** Resolvers of the public know nothing of private zones. */
  isPrivate: () => Promise<boolean>
  /** Both sides as the guards watch them; undefined where the new side cannot be found. @throws AwsProblem */
  subject: () => Promise<WatchSubject | undefined>
}
