/** What the editor's address says. A URL written by hand never fails: what makes no sense is left out. */

export const sideTabs = ['visual', 'problems', 'compare', 'convert', 'images', 'pasted', 'hidden'] as const
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
  /** What the text is compared with: `family:revision`, or the newest of a family; absent: of its own. */
  against?: string
  /** How it is compared; absent: by what the changes mean. */
  diff?: 'text'
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
    ...(isRevision(from) && { from }),
    ...(tab !== undefined && tab !== 'visual' && { tab }),
    ...(view !== undefined && view !== 'both' && { view }),
    ...comparison(raw),
    ...(launch !== undefined && { launch }),
    ...(isName(cluster) && { cluster, ...(isName(service) && { service }) }),
  }
}

function comparison({ against, diff }: Record<string, unknown>): Pick<WorkbenchSearch, 'against' | 'diff'> {
  return {
    ...(isRevision(against) && { against }),
    ...(diff === 'text' && { diff }),
  }
}

/** A family with or without a revision. */
function isRevision(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,255}(?::\d{1,9})?$/.test(value)
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,255}$/.test(value)
}
