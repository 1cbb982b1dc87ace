/** A part of a scenario that builds itself over time. */
export interface Chapter {
  /** What is there from the beginning: networks, clusters, instances. */
  begin(): void
  /** What happens later, so many ms before the present. */
  later: { beforeMs: number; change: () => void }[]
}
