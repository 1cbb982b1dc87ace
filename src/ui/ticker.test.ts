/** @vitest-environment happy-dom */
import { afterEach, expect, it, vi } from 'vitest'
import { onSecond } from './ticker.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('ticks while the tab can be seen, and stands still while it cannot', () => {
  vi.useFakeTimers()
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  const ticked = vi.fn<() => void>()
  const stop = onSecond(ticked)
  vi.advanceTimersByTime(2_000)
  expect(ticked).toHaveBeenCalledTimes(2)
  visibility.mockReturnValue('hidden')
  vi.advanceTimersByTime(600_000)
  expect(ticked).toHaveBeenCalledTimes(2)
  visibility.mockReturnValue('visible')
  vi.advanceTimersByTime(1_000)
  expect(ticked).toHaveBeenCalledTimes(3)
  stop()
})
