/** What the server checks of a task definition have in common. */
import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'

export type Definition = RegisterTaskDefinitionCommandInput

/** What ECS says against a definition, or undefined. Checks run in order: the first that says something is the answer. */
export type Check = (definition: Definition) => string | undefined

/** What is said against the first container that has something against it. */
export function eachContainer(
  check: (container: ContainerDefinition, definition: Definition) => string | undefined,
): Check {
  return (definition) => {
    for (const container of definition.containerDefinitions ?? []) {
      const said = check(container, definition)
      if (said !== undefined) return said
    }
    return undefined
  }
}

export function isFargate({ requiresCompatibilities }: Definition): boolean {
  return requiresCompatibilities?.includes('FARGATE') ?? false
}

/** `networkMode`, with the default of Linux. */
export function modeOf({ networkMode }: Definition): string {
  return networkMode ?? 'bridge'
}

/** CPU units or MiB of `256`, `.25 vCPU`, `2 GB`; NaN for anything else. */
export function sizeOf(written: string): number {
  const found = /^([\d.]+)\s*(?:vcpu|gb)$/i.exec(written.trim())
  return found ? Number(found[1]) * 1024 : Number(/^\d+$/.test(written.trim()) ? written : Number.NaN)
}

/** What stands outside of `least` to `most`, in AWS's manner; undefined where nothing is given. */
export function outside(
  name: string,
  value: number | undefined,
  least: number,
  most: number,
): string | undefined {
  if (value === undefined || (value >= least && value <= most)) return undefined
  return `The ${name} must be between ${least} and ${most}.`
}
