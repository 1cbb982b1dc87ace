/** What one metric read looks at: a world, a Region, and a stretch of whole minutes that are over. */
import type { RegionTables, World } from '../../world/world.ts'
import type { RequestMinute } from './requests.ts'
import { type DeploymentsByService, deploymentsByService } from './task-profile.ts'
import { minuteOf, MINUTE_MS } from './segments.ts'

export interface Window {
  world: World
  region: RegionTables
  /** Full minutes, ms since the epoch; [from, to). */
  from: number
  to: number
  /** What several metrics of one read need, computed once. */
  memo: {
    requests: Map<string, RequestMinute[]>
    deployments?: DeploymentsByService
  }
}

/** The minutes of [from, to) that are over: CloudWatch has no data for a minute that is still going on. */
export function windowOf(world: World, region: RegionTables, from: number, to: number): Window {
  const end = Math.min(Math.ceil(to / MINUTE_MS) * MINUTE_MS, minuteOf(world.now))
  return { world, region, from: minuteOf(from), to: end, memo: { requests: new Map() } }
}

/** The part of a window in which something existed: nothing is computed for the time before. */
export function since(window: Window, createdAt: number): Window {
  return { ...window, from: Math.max(window.from, minuteOf(createdAt)) }
}

/** Deployments of all services, gathered on first use. */
export function deploymentsIn({ region, memo }: Window): DeploymentsByService {
  memo.deployments ??= deploymentsByService(region)
  return memo.deployments
}
