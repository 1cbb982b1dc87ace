/** R0.depends-cycle: no container waits for itself, not even through others. */
import type { JsonPath } from '../../json.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { type ContainerPart, containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const on = (containerName: string) => [{ containerName, condition: 'START' }]

export const dependsCycle = defineRule({
  id: 'R0.depends-cycle',
  severity: 'error',
  summary: {
    en: 'The dependencies of containers have no cycle.',
    ko: '컨테이너의 종속성에 순환이 없습니다.',
  },
  why: {
    en: 'Each container of a cycle would wait for another one for ever.',
    ko: '순환에 있는 컨테이너는 서로를 끝없이 기다립니다.',
  },
  docs: docs.dependency,
  examples: {
    good: [
      onEc2({ dependsOn: on('a') }, {}, { name: 'a', dependsOn: on('b') }, { name: 'b' }),
      onEc2({ dependsOn: [...on('a'), ...on('b')] }, {}, { name: 'a', dependsOn: on('b') }, { name: 'b' }),
    ],
    bad: [
      onEc2({ dependsOn: on('web') }),
      onEc2(
        { dependsOn: on('a') },
        {},
        { name: 'a', dependsOn: on('b') },
        { name: 'b', dependsOn: on('web') },
      ),
    ],
  },
  find: (definition) =>
    cyclesOf(containersOf(definition)).map(({ containers, path }) => ({
      path,
      text: {
        en: 'These containers wait for each other: {cycle}.',
        ko: '서로를 기다리는 컨테이너입니다: {cycle}.',
      },
      values: { cycle: containers.map(({ name }) => name).join(' → ') },
      fix: removal(path, false),
    })),
})

interface Cycle {
  /** The first one is there again as the last. */
  containers: ContainerPart[]
  /** Of the dependency that closes it. */
  path: JsonPath
}

/** One cycle for each dependency that leads back to a container which is waiting already. */
function cyclesOf(parts: readonly ContainerPart[]): Cycle[] {
  const byName = new Map(parts.map((part) => [part.container.name, part]))
  const cycles: Cycle[] = []
  const done = new Set<ContainerPart>()
  for (const part of parts) {
    // A list instead of calls: a chain of thousands would fill the stack.
    const waiting = done.has(part) ? [] : [{ part, next: 0 }]
    for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
      const { dependsOn = [] } = last.part.container
      const dependency = dependsOn[last.next]
      if (!dependency) {
        done.add(last.part)
        waiting.pop()
        continue
      }
      const path = [...last.part.path, 'dependsOn', last.next]
      last.next += 1
      const target = byName.get(dependency.containerName)
      if (!target || done.has(target)) continue
      const at = waiting.findIndex((each) => each.part === target)
      if (at < 0) waiting.push({ part: target, next: 0 })
      else cycles.push({ containers: [...waiting.slice(at).map((each) => each.part), target], path })
    }
  }
  return cycles
}
