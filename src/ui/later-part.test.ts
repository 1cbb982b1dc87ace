import { expect, it } from 'vitest'
import { persistently } from './later-part.ts'

it('goes on trying until the code has come, with a pause between attempts', async () => {
  const events: string[] = []
  let left = 2
  const load = (): Promise<string> => {
    events.push('load')
    left -= 1
    return left < 0 ? Promise.resolve('part') : Promise.reject(new TypeError('Failed to fetch'))
  }
  const pause = (): Promise<void> => Promise.resolve(void events.push('pause'))
  await expect(persistently(load, pause)).resolves.toBe('part')
  expect(events).toEqual(['load', 'pause', 'load', 'pause', 'load'])
})
