/** @vitest-environment happy-dom */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLastRead } from './use-last-read.ts'

let root: Root
let container: HTMLElement
let queries: QueryClient
/** Ends what is being read. */
let answer: { with: (data: string) => void; fail: (why: string) => void }

const read = (): Promise<string> =>
  new Promise((resolve, reject) => {
    answer = { with: resolve, fail: (why) => reject(new Error(why)) }
  })

function Shown({ name, scope }: { name: string; scope: string }) {
  const query = useQuery({ queryKey: [name], queryFn: read, retry: false })
  const { data, error, isPending, refetch } = useLastRead(query, scope)
  const words = [data ?? '-', error instanceof Error ? error.message : '-', isPending ? 'pending' : '-']
  return (
    <button type="button" onClick={() => void refetch()}>
      {words.join(' ')}
    </button>
  )
}

const show = (name: string, scope = ''): Promise<void> =>
  act(async () => {
    root.render(
      <QueryClientProvider client={queries}>
        <Shown name={name} scope={scope} />
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })

const settle = (change: () => void): Promise<void> =>
  act(async () => {
    change()
    await vi.waitFor(() => expect(queries.isFetching()).toBe(0))
  })

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  queries = new QueryClient()
  container = document.createElement('div')
  root = createRoot(container)
})

afterEach(() => {
  act(() => root.unmount())
  queries.clear()
  vi.unstubAllGlobals()
})

it('keeps what was read last when its key changes, and says what could not be read until something is', async () => {
  await show('one')
  expect(container.textContent).toBe('- - pending')
  await settle(() => answer.with('first'))
  expect(container.textContent).toBe('first - -')
  await show('two')
  expect(container.textContent).toBe('first - -')
  await settle(() => answer.fail('lost'))
  expect(container.textContent).toBe('first lost -')
  // While it is asked for again.
  await act(async () => {
    container.querySelector('button')?.click()
    await Promise.resolve()
  })
  expect(queries.isFetching()).toBe(1)
  expect(container.textContent).toBe('first lost -')
  await settle(() => answer.with('second'))
  expect(container.textContent).toBe('second - -')
})

it('shows nothing of another scope', async () => {
  await show('one', '3 h')
  await settle(() => answer.with('three hours'))
  await show('two', '24 h')
  expect(container.textContent).toBe('- - pending')
  await settle(() => answer.fail('lost'))
  expect(container.textContent).toBe('- lost -')
})
