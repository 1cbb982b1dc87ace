/** R0.depends-cycle: no container waits for itself, not even through others. */
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
  find(definition) {
    const parts = containersOf(definition)
    return parts.flatMap((part) =>
      (part.container.dependsOn ?? []).flatMap(({ containerName: target }, index) => {
        const way = target === undefined ? undefined : wayBetween(parts, target, part)
        // A cycle is told once, where its first container starts it.
        if (!way || way.some((one) => one.index < part.index)) return []
        const names = [part, ...way].map(({ name }) => name)
        return [
          {
            path: [...part.path, 'dependsOn', index],
            text: {
              en: 'These containers wait for each other: {cycle}.',
              ko: '서로를 기다리는 컨테이너입니다: {cycle}.',
            },
            values: { cycle: names.join(' → ') },
            fix: removal([...part.path, 'dependsOn', index], false),
          },
        ]
      }),
    )
  },
})

/** The containers on the way from the one named `from` to `goal`, both included. */
function wayBetween(
  parts: readonly ContainerPart[],
  from: string,
  goal: ContainerPart,
): ContainerPart[] | undefined {
  const seen = new Set<number>()
  const walk = (name: string | undefined): ContainerPart[] | undefined => {
    const part = parts.find(({ container }) => container.name === name)
    if (!part || seen.has(part.index)) return undefined
    seen.add(part.index)
    if (part.index === goal.index) return [part]
    for (const { containerName } of part.container.dependsOn ?? []) {
      const rest = walk(containerName)
      if (rest) return [part, ...rest]
    }
    return undefined
  }
  return walk(from)
}
