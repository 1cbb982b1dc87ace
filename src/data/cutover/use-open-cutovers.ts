/** Open cutovers of some zones as a page shows them: each zone is read by itself, so that one that may not be read hides no other. */
import { useQueries } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { AwsProblem, type PartialFailure } from '../../core/problem.ts'
import { claimHostnamesQuery } from './claim-hostnames.ts'
import { type OpenCutover, openCutoversQuery, withNotes } from './open-cutovers.ts'
import type { CutoverRow } from './rows.ts'
import type { ZoneName } from './zones-used.ts'

export interface OpenCutoverList {
  open: OpenCutover[]
  /** Zones that could not be read. */
  failures: PartialFailure[]
  isPending: boolean
  isFetching: boolean
  /** Of the oldest answer, ms since the epoch by this computer's clock; 0: none yet. */
  dataUpdatedAt: number
  /** Of the first zone, where none could be read. */
  error: unknown
  errorUpdatedAt: number
  refetch: () => void
}

export function useOpenCutovers(
  aws: Aws,
  zones: readonly ZoneName[],
  rows: readonly CutoverRow[],
): OpenCutoverList {
  const list = useQueries({
    queries: zones.map((zone) => openCutoversQuery(aws, [zone])),
    combine: (results) => joined(zones, results),
  })
  const known = withNotes(list.open, rows)
  const unnamed = zones.map((zone) => ({
    zone,
    claims: known
      .filter((one) => one.zone.id === zone.id && one.hostname === undefined)
      .map(({ claimName }) => claimName),
  }))
  const names = useQueries({
    queries: unnamed.map(({ zone, claims }) => claimHostnamesQuery(aws, zone, claims)),
    combine: (results): Record<string, string> => Object.assign({}, ...results.map(({ data }) => data ?? {})),
  })
  return {
    ...list,
    open: known.map((one) => {
      const hostname = one.hostname ?? names[one.claimName]
      return hostname === undefined ? one : { ...one, hostname }
    }),
  }
}

interface Result {
  data: OpenCutover[] | undefined
  error: unknown
  errorUpdatedAt: number
  isFetching: boolean
  dataUpdatedAt: number
  refetch: () => unknown
}

function joined(zones: readonly ZoneName[], results: readonly Result[]): OpenCutoverList {
  const read = results.filter(({ data }) => data !== undefined)
  const failed = results.filter(({ error }) => error !== null)
  const [first] = failed
  const isAllFailed = first !== undefined && read.length === 0
  return {
    open: read.flatMap(({ data = [] }) => data),
    failures: isAllFailed
      ? []
      : results.flatMap(({ error }, index) => {
          const zone = zones[index]
          return error === null || !zone ? [] : [failureOf(zone, error)]
        }),
    isPending: results.length > 0 && read.length === 0 && !isAllFailed,
    isFetching: results.some(({ isFetching }) => isFetching),
    dataUpdatedAt: read.length === 0 ? 0 : Math.min(...read.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    error: isAllFailed ? first.error : null,
    errorUpdatedAt: first?.errorUpdatedAt ?? 0,
    refetch: () => {
      for (const { refetch } of results) void refetch()
    },
  }
}

function failureOf({ name }: ZoneName, error: unknown): PartialFailure {
  if (error instanceof AwsProblem) return { arn: name, reason: error.facts.code, detail: error.facts.message }
  return { arn: name, reason: String(error) }
}
