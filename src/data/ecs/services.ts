/** Services of a cluster: the fleet behind a table, parts of it, and one that is open. */
import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Aws } from '../../aws/context.ts'
import { getService } from '../../aws/ecs/services.ts'
import type { Service } from '../../core/ecs/service.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'
import { type FleetState, ServiceFleet } from './service-fleet.ts'

/** A rollout under way, or fewer or more tasks than wanted. */
const isMoving = ({ deployments, runningCount, desiredCount, pendingCount, status }: Service): boolean =>
  status !== 'INACTIVE' &&
  (pendingCount > 0 ||
    runningCount !== desiredCount ||
    deployments.length > 1 ||
    deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS'))

/** One service by name or ARN. */
export function serviceQuery(aws: Aws, cluster: string, service: string) {
  return queryOptions({
    queryKey: serviceKey(aws, cluster, service),
    queryFn: (context): Promise<Service> => getService(aws, cluster, service, urgency(context)),
    ...polling<Service>(aws, intervals.service, isMoving),
  })
}

function serviceKey(aws: Aws, cluster: string, service: string) {
  return [aws.key, 'service', cluster, service] as const
}

export interface Fleet extends FleetState {
  /** Reads the list's first page and the rows on the screen now. */
  refresh: () => void
}

/**
 * The services of a cluster for a table: the first page's rows at once, the others as the call budget allows, rows on the
 * screen (`visible`: their ARNs; keep the array's identity while it does not change) each 10 s.
 */
export function useServiceFleet(
  aws: Aws,
  cluster: string,
  { visible }: { visible?: readonly string[] } = {},
): Fleet {
  const client = useQueryClient()
  const fleet = fleetOf(client, aws, cluster)
  const state = useSyncExternalStore(fleet.subscribe, fleet.get)
  useEffect(() => fleet.attach(), [fleet])
  useEffect(() => {
    if (visible) fleet.show(visible)
  }, [fleet, visible])
  return useMemo(() => ({ ...state, refresh: fleet.refresh }), [state, fleet])
}

/** Kept with the cache, so that coming back to a table shows what was known. */
const fleets = new WeakMap<QueryClient, Map<string, ServiceFleet>>()

function fleetOf(client: QueryClient, aws: Aws, cluster: string): ServiceFleet {
  const known = fleets.get(client) ?? new Map<string, ServiceFleet>()
  fleets.set(client, known)
  const key = `${aws.key}/${cluster}`
  const fleet =
    known.get(key) ??
    new ServiceFleet(aws, cluster, (services) => {
      // What is on the screen is what gets opened next.
      for (const service of services) client.setQueryData(serviceKey(aws, cluster, service.name), service)
    })
  known.set(key, fleet)
  return fleet
}
