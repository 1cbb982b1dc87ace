/** Gives containers and volumes names that AWS takes, and keeps what refers to them together. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { hasHole } from '../../linter/parts.ts'
import { type Draft, freeName, nameFrom } from '../draft.ts'
import { note, type Work } from '../work.ts'

const renamed: Text = {
  en: 'AWS takes letters, digits, hyphens and underscores: “{from}” becomes {to}.',
  ko: 'AWS는 영문자, 숫자, 하이픈, 밑줄만 받으므로 “{from}”을(를) {to}(으)로 바꿉니다.',
}

export function settleNames(work: Work, draft: Draft): void {
  const containers = newNames(draft.containers, (index) => imageName(draft.containers[index]) ?? 'container')
  const volumes = newNames(draft.volumes, () => 'volume')
  for (const [from, to] of [...containers.renamed, ...volumes.renamed])
    note(work, 'changed', from, renamed, { from, to })
  const called = (name: string | undefined): string | undefined => containers.renamed.get(name ?? '') ?? name
  const stored = (name: string | undefined): string | undefined => volumes.renamed.get(name ?? '') ?? name
  for (const [index, container] of draft.containers.entries())
    Object.assign(container, { name: containers.names[index] }, referring(container, called, stored))
  for (const [index, volume] of draft.volumes.entries()) Object.assign(volume, { name: volumes.names[index] })
  for (const reach of draft.reaches) {
    // Those who speak to it know its old name.
    if (containers.renamed.has(reach.to)) reach.alias ??= reach.to
    reach.to = called(reach.to) ?? reach.to
    reach.from = called(reach.from) ?? reach.from
  }
}

function referring(
  container: ContainerDefinition,
  called: (name: string | undefined) => string | undefined,
  stored: (name: string | undefined) => string | undefined,
): ContainerDefinition {
  const { dependsOn, volumesFrom, mountPoints } = container
  return {
    ...(dependsOn && {
      dependsOn: dependsOn.map((entry) => ({ ...entry, containerName: called(entry.containerName) ?? '' })),
    }),
    ...(volumesFrom && {
      volumesFrom: volumesFrom.map((entry) => ({
        ...entry,
        sourceContainer: called(entry.sourceContainer) ?? '',
      })),
    }),
    ...(mountPoints && {
      mountPoints: mountPoints.map((entry) => ({ ...entry, sourceVolume: stored(entry.sourceVolume) ?? '' })),
    }),
  }
}

function newNames(
  named: readonly { name?: string }[],
  otherwise: (index: number) => string,
): { names: string[]; renamed: Map<string, string> } {
  const names: string[] = []
  const changes = new Map<string, string>()
  for (const [index, { name = '' }] of named.entries()) {
    const wanted = nameFrom(name, otherwise(index))
    const free = freeName(names, wanted)
    names.push(free)
    if (name !== '' && name !== free && !changes.has(name)) changes.set(name, free)
  }
  return { names, renamed: changes }
}

/** `web` of `example.com/team/web:1`. */
export function imageName(container: ContainerDefinition | undefined): string | undefined {
  const [path = ''] = container?.image?.split(/[:@](?!.*\/)/) ?? []
  const last = path.split('/').at(-1) ?? ''
  return (hasHole(last) ? '' : nameFrom(last, '')) || undefined
}
