/** Between which limits AWS may change the desired count of a service. */
export interface ScalableTarget {
  /** `service/<cluster>/<service>`. */
  resourceId: string
  minCapacity: number
  maxCapacity: number
  /** True when scaling is suspended in both directions. */
  suspended: boolean
}
