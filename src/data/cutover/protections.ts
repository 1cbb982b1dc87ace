/** Protections that stand in the way of a cutover: read, lifted for it, and set again at its end. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { createProtections, deleteProtections, listProtections } from '../../aws/dns/protections.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { Protection } from '../../core/cutover/snapshot.ts'
import { urgency } from '../call-options.ts'
import type { CutoverSession } from './cutover-session.ts'

type Names = Pick<Plan, 'zone' | 'hostname' | 'names'>

/** Of the hostname and of what the cutover writes beside it. */
export function protectionsQuery(aws: Aws, { zone, hostname, names }: Names) {
  const ours = [hostname, ...Object.values(names)]
  return queryOptions({
    queryKey: [aws.key, 'protections', zone.id, ...ours] as const,
    queryFn: async (context): Promise<Protection[]> =>
      (await listProtections(aws, zone.id, urgency(context))).filter(({ name }) => ours.includes(name)),
    staleTime: 0,
  })
}

/** Noted before it is done: what was lifted must not be forgotten. @throws AwsProblem */
export async function liftProtections(
  aws: Aws,
  session: CutoverSession,
  protections: readonly Protection[],
): Promise<void> {
  const { run, attested } = session.get()
  session.attest({ lifted: merged(attested.lifted ?? [], protections) })
  await deleteProtections(aws, run.plan.zone.id, protections)
}

/** @throws AwsProblem */
export async function setProtections(
  aws: Aws,
  session: CutoverSession,
  protections: readonly Protection[],
): Promise<void> {
  await createProtections(aws, session.get().run.plan.zone.id, protections)
  session.attest({ lifted: [] })
}

function merged(some: readonly Protection[], others: readonly Protection[]): Protection[] {
  return [...new Map([...some, ...others].map((one) => [`${one.name} ${one.type}`, one])).values()]
}
