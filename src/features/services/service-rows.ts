/** One row for each listed service, whether it is described yet or not. Rows keep their identity while nothing about them changed. */
import type { Service } from '../../core/ecs/service.ts'

export interface ServiceRow {
  arn: string
  name: string
  region: string
  cluster: string
  /** Absent until it is described. */
  service?: Service
}

/** A function from ARNs and what is known to rows, which gives the same row for the same answer. */
export function rowMaker(): (arns: readonly string[], known: ReadonlyMap<string, Service>) => ServiceRow[] {
  const made = new Map<string, ServiceRow>()
  return (arns, known) =>
    arns.map((arn) => {
      const service = known.get(arn)
      const before = made.get(arn)
      if (before && before.service === service) return before
      const row = { ...nameOf(arn), ...(service && { service }) }
      made.set(arn, row)
      return row
    })
}

/** `arn:aws:ecs:<region>:<account>:service/<cluster>/<name>`; the old short form has no cluster in it. */
function nameOf(arn: string): Omit<ServiceRow, 'service'> {
  const parts = arn.split('/')
  return {
    arn,
    region: arn.split(':')[3] ?? '',
    cluster: parts.length > 2 ? (parts[1] ?? '') : '',
    name: parts.at(-1) ?? arn,
  }
}
