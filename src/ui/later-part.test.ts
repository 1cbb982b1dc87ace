import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { laterPart, persistently } from './later-part.ts'

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

it('draws a part at once when its code was fetched before, and loads it once', async () => {
  let loads = 0
  const Part = laterPart(() => {
    loads += 1
    return Promise.resolve(({ name }: { name: string }) => `Hello ${name}`)
  })
  await Part.fetch()
  await Part.fetch()
  expect(renderToString(createElement(Part, { name: 'Ada' }))).toBe('Hello Ada')
  expect(loads).toBe(1)
})

it('tells nobody when the code could not be fetched ahead, and tries again when it is asked for', async () => {
  let loads = 0
  const Part = laterPart(() => {
    loads += 1
    return loads === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(() => 'here')
  })
  await Part.fetch()
  await Part.fetch()
  expect(renderToString(createElement(Part))).toBe('here')
})
