/** Hands something from one tab to another that has no tie to it: both know the name of a channel, and nothing is stored. */
import { openChannel } from './channel.ts'

type FromTaker = { kind: 'ready' } | { kind: 'taken' }
type FromGiver<T> = { kind: 'coming' } | { kind: 'here'; value: T } | { kind: 'failed'; message: string }

/** ms between two questions of the one who takes. */
const interval = 300
/** ms of silence after which nobody is thought to be at the other end. */
const patience = 15_000

/** Nobody answered, or whoever gives has failed (`message` of that). */
export class HandoverFailed extends Error {
  readonly reason: 'nobody' | 'failed'

  constructor(reason: 'nobody' | 'failed', message: string) {
    super(message)
    this.name = 'HandoverFailed'
    this.reason = reason
  }
}

/** Gives `value` to whoever asks on the channel. Resolves to whether somebody took it, also when it could not be made. */
export function give<T>(name: string, value: Promise<T>, wait = patience): Promise<boolean> {
  return new Promise((resolve) => {
    let answer: FromGiver<T> = { kind: 'coming' }
    const channel = openChannel<FromTaker, FromGiver<T>>(name, ({ kind }) => {
      clearTimeout(timer)
      if (kind === 'taken') return end(true)
      channel.say(answer)
      // Whoever is gone again will not say so.
      timer = setTimeout(() => end(false), wait)
    })
    const end = (taken: boolean): void => {
      clearTimeout(timer)
      channel.close()
      resolve(taken)
    }
    let timer = setTimeout(() => end(false), wait)
    value.then(
      (made) => {
        answer = { kind: 'here', value: made }
      },
      (error: unknown) => {
        answer = { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
      },
    )
  })
}

/** Takes what is given on the channel. @throws HandoverFailed */
export function take<T>(name: string, wait = patience): Promise<T> {
  return new Promise((resolve, reject) => {
    let silent = 0
    const channel = openChannel<FromGiver<T>, FromTaker>(name, (message) => {
      silent = 0
      if (message.kind === 'coming') return
      end()
      if (message.kind === 'here') resolve(message.value)
      else reject(new HandoverFailed('failed', message.message))
    })
    const ask = (): void => {
      silent += interval
      if (silent <= wait) return channel.say({ kind: 'ready' })
      end()
      reject(new HandoverFailed('nobody', 'Nobody is at the other end'))
    }
    const timer = setInterval(ask, interval)
    const end = (): void => {
      clearInterval(timer)
      channel.say({ kind: 'taken' })
      channel.close()
    }
    ask()
  })
}
