/** What the events of ECS do, one line each. */
import type { EventHandler } from '../advance.ts'
import { autoScalingHandlers } from './auto-scaling.ts'
import { onContainerExit } from './container-exit.ts'
import { onContainerHealth } from './container-health.ts'
import { onServicePass } from './scheduler.ts'
import { onGraceOver, onTargetHealthChanged } from './target-health.ts'
import { onTaskDefinitionDeletion } from './task-definitions.ts'
import { startHandlers } from './task-start.ts'
import { stopHandlers } from './task-stop.ts'

export const ecsHandlers: Record<string, EventHandler> = {
  ...startHandlers,
  ...stopHandlers,
  ...autoScalingHandlers,
  'container-exit': onContainerExit,
  'container-health': onContainerHealth,
  'service-pass': onServicePass,
  'target-health-changed': onTargetHealthChanged,
  'grace-over': onGraceOver,
  'task-definition-deletion': onTaskDefinitionDeletion,
}
