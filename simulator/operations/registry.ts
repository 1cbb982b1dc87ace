/** Registry: every emulated service, one line each. */
import type { ServiceModel } from '../operation.ts'
import { autoscaling } from './autoscaling/registry.ts'
import { cognitoIdentity } from './cognito-identity/registry.ts'
import { ec2 } from './ec2/registry.ts'
import { ecs } from './ecs/registry.ts'
import { route53 } from './route53/registry.ts'
import { sts } from './sts/registry.ts'

export const services: ServiceModel[] = [autoscaling, cognitoIdentity, ec2, ecs, route53, sts]
