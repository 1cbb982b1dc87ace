/** Registry: every emulated service, one line each. */
import type { ServiceModel } from '../operation.ts'
import { acm } from './acm/registry.ts'
import { applicationAutoScaling } from './applicationautoscaling/registry.ts'
import { autoscaling } from './autoscaling/registry.ts'
import { cloudwatch } from './cloudwatch/registry.ts'
import { codedeploy } from './codedeploy/registry.ts'
import { cognitoIdentity } from './cognito-identity/registry.ts'
import { ec2 } from './ec2/registry.ts'
import { ecr } from './ecr/registry.ts'
import { ecs } from './ecs/registry.ts'
import { elb } from './elb/registry.ts'
import { elbv2 } from './elbv2/registry.ts'
import { iam } from './iam/registry.ts'
import { logs } from './logs/registry.ts'
import { route53 } from './route53/registry.ts'
import { scheduler } from './scheduler/registry.ts'
import { secretsmanager } from './secretsmanager/registry.ts'
import { ssm } from './ssm/registry.ts'
import { sts } from './sts/registry.ts'

export const services: ServiceModel[] = [
  acm,
  applicationAutoScaling,
  autoscaling,
  cloudwatch,
  codedeploy,
  cognitoIdentity,
  ec2,
  ecr,
  ecs,
  elb,
  elbv2,
  iam,
  logs,
  route53,
  scheduler,
  secretsmanager,
  ssm,
  sts,
]
