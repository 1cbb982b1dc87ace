/** What a rolling deployment may stop and start. AWS rounds the minimum up and the maximum down. */
import { isReady } from '../../ecs/capacity.ts'
import { type LintContext, type TargetService } from './context.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function roomOf(service: TargetService): { mayStop: boolean; mayStart: boolean } {
  const { desiredCount: desired, minimumHealthyPercent: least = 100, maximumPercent: most = 200 } = service
  return {
    mayStop: Math.ceil((desired * least) / 100) <= desired - 1,
    mayStart: Math.floor((desired * most) / 100) >= desired + 1,
  }
}

/** Instances that take tasks now; undefined where they are not known. */
export function readyInstances({ instances }: LintContext): number | undefined {
  return instances?.filter(isReady).length
}
