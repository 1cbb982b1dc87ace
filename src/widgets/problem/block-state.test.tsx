// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AwsProblem } from '../../core/problem.ts'
import type { BlockState } from '../../ui/block-state.ts'
import { useBlockState, type QueryLike } from './block-state.ts'

const problem = new AwsProblem({
  kind: 'unexpected',
  code: 'InternalFailure',
  message: 'x',
  operation: 'ecs:ListClusters',
  attempts: 3,
})
const refetch = (): void => undefined
const first: QueryLike = {
  isPending: true,
  isFetching: true,
  dataUpdatedAt: 0,
  error: null,
  errorUpdatedAt: 0,
  refetch,
}
const failed: QueryLike = {
  ...first,
  isPending: false,
  isFetching: false,
  error: problem,
  errorUpdatedAt: 500,
}
const retried: QueryLike = { ...first, errorUpdatedAt: 500 }
const loaded: QueryLike = {
  ...first,
  isPending: false,
  isFetching: false,
  dataUpdatedAt: 900,
  errorUpdatedAt: 500,
}

let root: ReturnType<typeof createRoot>

function Probe({ query, report }: { query: QueryLike; report: (state: BlockState) => void }) {
  report(useBlockState(query, { intervalMs: 1000 }))
  return null
}

function show(query: QueryLike): BlockState | undefined {
  const states: BlockState[] = []
  act(() => root.render(<Probe query={query} report={(state) => void states.push(state)} />))
  return states.at(-1)
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
})

describe('what a block shows of a query', () => {
  it('loads at first, and only then', () => {
    expect(show(first)).toMatchObject({ loading: true, problem: undefined })
    expect(show(loaded)).toMatchObject({ loading: false, updatedAt: 900, problem: undefined })
    expect(show({ ...loaded, isFetching: true })).toMatchObject({
      loading: false,
      fetching: true,
      updatedAt: 900,
    })
  })

  it('goes on saying a first failure while it is tried again, until there are data', () => {
    show(first)
    expect(show(failed)).toMatchObject({ loading: false, problem: { code: 'InternalFailure' } })
    expect(show(retried)).toMatchObject({
      loading: false,
      fetching: true,
      problem: { code: 'InternalFailure' },
    })
    expect(show(loaded)?.problem).toBeUndefined()
  })

  it('does not blame another query in the same place', () => {
    show(failed)
    expect(show(first)).toMatchObject({ loading: true, problem: undefined })
  })

  it('keeps the last good data beside a later failure', () => {
    expect(show({ ...loaded, error: problem })).toMatchObject({
      loading: false,
      updatedAt: 900,
      problem: { code: 'InternalFailure' },
    })
  })
})
