/** Registry: what RegisterTaskDefinition checks, in the order in which it answers. */
import type { Check } from './check.ts'
import { enumChecks } from './enums.ts'
import { fargateChecks } from './fargate.ts'
import { generalChecks } from './general.ts'
import { lifeChecks } from './life.ts'
import { logChecks } from './logs.ts'
import { portChecks } from './ports.ts'
import { roleChecks } from './roles.ts'
import { sizeChecks } from './sizes.ts'
import { storageChecks } from './storage.ts'

export const registerChecks: readonly Check[] = [
  ...generalChecks,
  ...enumChecks,
  ...fargateChecks,
  ...sizeChecks,
  ...portChecks,
  ...lifeChecks,
  ...storageChecks,
  ...logChecks,
  ...roleChecks,
]
