/** What the editor's address says. A URL written by hand never fails: what makes no sense is left out. */

export const sideTabs = ['visual', 'problems', 'pasted', 'hidden', 'convert', 'images'] as const
export type SideTab = (typeof sideTabs)[number]

export const views = ['both', 'text', 'side'] as const
export type WorkbenchView = (typeof views)[number]

export const launchTypes = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const
export type LaunchType = (typeof launchTypes)[number]

export interface WorkbenchSearch {
  /** `family:revision` that was opened. */
  from?: string
  /** Absent: the visual editor. */
  tab?: SideTab
  /** Absent: both. */
  view?: WorkbenchView
  /** Where it is going to run, as far as chosen. */
  launch?: LaunchType
  cluster?: string
  service?: string
}

export function workbenchSearch(raw: Record<string, unknown>): WorkbenchSearch {
  const { from, cluster, service } = raw
  const launch = launchTypes.find((id) => id === raw['launch'])
  const tab = sideTabs.find((id) => id === raw['tab'])
  const view = views.find((id) => id === raw['view'])
  return {
    ...(typeof from === 'string' && /^[\w-]{1,255}(?::\d{1,9})?$/.test(from) && { from }),
    ...(tab !== undefined && tab !== 'visual' && { tab }),
    ...(view !== undefined && view !== 'both' && { view }),
    ...(launch !== undefined && { launch }),
    ...(isName(cluster) && { cluster, ...(isName(service) && { service }) }),
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,255}$/.test(value)
}
