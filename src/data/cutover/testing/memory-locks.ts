/** Web Locks among the tabs of a test: one holder at a time, others queue, and a thief goes first. */
import type { Locks } from '../../../browser/locks.ts'

interface Request {
  begin: () => void
  lose: (reason: Error) => void
}

export class MemoryLocks implements Locks {
  readonly #holders = new Map<string, Request>()
  readonly #queues = new Map<string, Request[]>()

  request(name: string, options: LockOptions, work: () => Promise<void> | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request: Request = {
        lose: reject,
        begin: () => {
          this.#holders.set(name, request)
          void Promise.resolve(work()).then(() => {
            resolve(undefined)
            if (this.#holders.get(name) === request) this.#next(name)
          })
        },
      }
      if (options.steal) {
        this.#holders.get(name)?.lose(new DOMException('Stolen', 'AbortError'))
        request.begin()
        return
      }
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, [...queue, request])
      options.signal?.addEventListener('abort', () => {
        const left = (this.#queues.get(name) ?? []).filter((each) => each !== request)
        this.#queues.set(name, left)
        reject(options.signal?.reason as Error)
      })
      if (!this.#holders.has(name)) this.#next(name)
    })
  }

  #next(name: string): void {
    const [first, ...others] = this.#queues.get(name) ?? []
    this.#holders.delete(name)
    this.#queues.set(name, others)
    first?.begin()
  }
}
