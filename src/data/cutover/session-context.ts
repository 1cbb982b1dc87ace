/** What all parts of a session share: its view, its log, and the facts that are read once. */
import { readWatchSubject } from '../../aws/cutover/watch-subject.ts'
import type { WatchSubject } from '../../aws/cutover/watch.ts'
import { getHostedZone } from '../../aws/dns/zones.ts'
import { AwsProblem } from '../../core/problem.ts'
import { Store } from '../../lib/store.ts'
import type { CutoverView } from './cutover-view.ts'
import { type LogEntry, withEntries } from './event-log.ts'
import type { CutoverHost } from './host.ts'
import { ulidTime } from '../../core/cutover/identifiers.ts'
import type { CutoverRow } from './rows.ts'

export class SessionContext {
  readonly host: CutoverHost
  readonly view: Store<CutoverView>
  readonly #stop = new AbortController()
  /** Id of the PRIMARY deployment when the cutover began. */
  readonly #expectedDeployment: string | undefined
  #isPrivate: boolean | undefined

  constructor(host: CutoverHost, view: CutoverView, expectedDeployment: string | undefined) {
    this.host = host
    this.view = new Store(view)
    this.#expectedDeployment = expectedDeployment
  }

  /** Aborted when the session is left. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  stop(): void {
    this.#stop.abort(new DOMException('The cutover was left', 'AbortError'))
  }

  show(change: Partial<CutoverView>): void {
    this.view.set({ ...this.view.get(), ...change })
  }

  log(...entries: readonly LogEntry[]): void {
    this.show({ log: withEntries(this.view.get().log, entries) })
  }

  /** When the cutover began, ms since the epoch: its id says so. */
  began(): number {
    return ulidTime(this.view.get().run.id) ?? this.host.now()
  }

  /** Public where AWS does not say. */
  async isPrivate(): Promise<boolean> {
    const { aws } = this.host
    try {
      const { id } = this.view.get().run.plan.zone
      this.#isPrivate ??= (await getHostedZone(aws, id, { signal: this.signal })).isPrivate
    } catch (error) {
      if (!(error instanceof AwsProblem)) throw error
    }
    return this.#isPrivate ?? false
  }

  /** @throws AwsProblem */
  async readSubject(): Promise<WatchSubject | undefined> {
    const { aws, doh, now } = this.host
    const { run, setup } = this.view.get()
    const { targetGroupArn, cluster, service, alarmNames } = setup.subject
    const question = {
      aws,
      doh,
      plan: run.plan,
      isPrivate: await this.isPrivate(),
      began: this.began(),
      now: now(),
      chosen: {
        targetGroupArn: given(targetGroupArn),
        cluster: given(cluster),
        service: given(service),
        alarms: alarmNames,
        thresholds: setup.thresholds,
        expectedDeployment: this.#expectedDeployment,
      },
    }
    return readWatchSubject(question, { signal: this.signal })
  }

  /** What this computer notes; undefined for what was only looked at, and for what is over. */
  row(): CutoverRow | undefined {
    const { run, setup, attested, log } = this.view.get()
    const { id, plan, phase, journal, nonces, autoAbort } = run
    if (phase.at === 'found' || phase.at === 'closed') return undefined
    return {
      id,
      account: this.host.aws.account,
      plan,
      setup,
      attested,
      phase,
      journal,
      nonces,
      autoAbort,
      expectedDeployment: this.#expectedDeployment,
      log,
      savedAt: this.host.now(),
    }
  }
}

/** Not known, where somebody else began it and nothing was found. */
function given(text: string): string | undefined {
  return text === '' ? undefined : text
}
