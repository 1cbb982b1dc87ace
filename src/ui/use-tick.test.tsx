/** @vitest-environment happy-dom */
import { act, useCallback } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useTick } from './use-tick.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

let time = 0
/** Never shows the same time twice, as a clock at 600 times its speed. */
const hasty = (): number => ++time

function Shown({ from }: { from: number }) {
  return <>{useTick(useCallback(() => hasty() + from, [from]))}</>
}

it('looks at the clock once a second, and at once when it is to read something else', () => {
  const container = document.createElement('div')
  const root = createRoot(container)
  act(() => root.render(<Shown from={0} />))
  const first = Number(container.textContent)
  act(() => root.render(<Shown from={0} />))
  expect(Number(container.textContent)).toBe(first)
  act(() => void vi.advanceTimersByTime(1_000))
  expect(Number(container.textContent)).toBeGreaterThan(first)
  act(() => root.render(<Shown from={1_000} />))
  expect(Number(container.textContent)).toBeGreaterThan(1_000)
  act(() => root.unmount())
})
