/** Examples with services. */
import { onEc2 } from '../example.ts'
import { aService } from '../target-example.ts'
import type { TargetService } from '../context.ts'

export const on = (service: Partial<TargetService>) => ({
  definition: onEc2(),
  context: { service: aService(service) },
})
