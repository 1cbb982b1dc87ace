/** Services in examples of rules about their network. */
import { aService } from '../target-example.ts'

export const awsvpc = aService({ subnets: ['subnet-1'], securityGroups: ['sg-1'] })
