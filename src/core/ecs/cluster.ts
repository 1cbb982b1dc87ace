/** A cluster as the console sees it. */
export interface Cluster {
  arn: string
  name: string
  status: string
  runningTasks: number
  pendingTasks: number
  activeServices: number
  containerInstances: number
  capacityProviders: string[]
  defaultCapacityProviderStrategy: { capacityProvider: string; weight: number; base: number }[]
  /** Setting name → value, e.g. containerInsights → enabled. */
  settings: Record<string, string>
  /** Statistic name → count, e.g. runningEC2TasksCount. */
  statistics: Record<string, number>
  tags: Record<string, string>
}
