/** ARN of a schedule. */
import { arn } from '../../world/ids.ts'
import type { World } from '../../world/world.ts'

export function scheduleArn(world: World, region: string, group: string, name: string): string {
  return arn(world, 'scheduler', region, `schedule/${group}/${name}`)
}
