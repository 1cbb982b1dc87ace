/** Which container starts after which, and which volumes they see; an arrow drawn is a dependency. */
import Box from '@cloudscape-design/components/box'
import { Suspense, useMemo } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Finding } from '../../../core/task-definition/linter/finding.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { laterPart } from '../../../ui/later-part.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import type { GraphEdge, GraphNode } from '../../../widgets/graph/layout.ts'
import { findingsAt, usePicture } from './definition-context.ts'
import { addDependency, removeDependency } from './edits.ts'

const Graph = laterPart(async () => (await import('../../../widgets/graph/Graph.tsx')).Graph)

const words = {
  title: { en: 'Start order and volumes', ko: '시작 순서와 볼륨' },
  graph: { en: 'Containers and volumes as a graph', ko: '컨테이너와 볼륨 그래프' },
  about: {
    en: 'An arrow goes from a container to what it waits for: draw one to add a dependency, select it and press Delete to remove it. Dashed arrows are mounts.',
    ko: '화살표는 컨테이너가 기다리는 대상을 가리킵니다. 그려서 종속성을 추가하고, 선택한 뒤 Delete 키로 제거하세요. 점선은 마운트입니다.',
  },
  zoomIn: { en: 'Zoom in', ko: '확대' },
  zoomOut: { en: 'Zoom out', ko: '축소' },
  fit: { en: 'Show all', ko: '전체 보기' },
} satisfies Record<string, Text>

export function DependencyGraph() {
  const say = useText()
  const { definition, findings, change, reveal } = usePicture()
  const { nodes, edges } = useMemo(() => graphOf(definition, findings), [definition, findings])
  if (nodes.length < 2) return null
  const containers = definition.containerDefinitions ?? []
  return (
    <section aria-label={say(words.title)}>
      <Box variant="h3">{say(words.title)}</Box>
      <Box color="text-body-secondary" padding={{ bottom: 'xs' }}>
        {say(words.about)}
      </Box>
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <Graph
          label={say(words.graph)}
          nodes={nodes}
          edges={edges}
          words={{ zoomIn: say(words.zoomIn), zoomOut: say(words.zoomOut), fit: say(words.fit) }}
          onConnect={(later, earlier) => change(addDependency(definition, later, earlier))}
          onRemove={(ids) =>
            change(
              edges
                .filter(({ id }) => ids.includes(id))
                .flatMap(({ source, target }) => removeDependency(definition, source, target)),
            )
          }
          onSelect={(id) => {
            const index = containers.findIndex(({ name }) => name === id)
            if (index >= 0) reveal(['containerDefinitions', index])
          }}
        />
      </Suspense>
    </section>
  )
}

/** Containers by name, volumes as `volume:` and their name: a volume may be called like a container. */
export function graphOf(
  { containerDefinitions: containers = [], volumes = [] }: Definition,
  findings: readonly Finding[],
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes = [
    ...containers.map(({ name = '?', image }, index): GraphNode => ({
      id: name,
      label: name,
      detail: image?.split('/').at(-1),
      kind: 'container',
      ...(findingsAt(findings, ['containerDefinitions', index]).some(
        ({ severity }) => severity === 'error',
      ) && { tone: 'bad' }),
    })),
    ...volumes.map(({ name = '?', host, efsVolumeConfiguration }): GraphNode => ({
      id: `volume:${name}`,
      label: name,
      detail: host?.sourcePath ?? efsVolumeConfiguration?.fileSystemId,
      kind: 'store',
    })),
  ]
  const edges = containers.flatMap(({ name = '?', dependsOn = [], mountPoints = [] }): GraphEdge[] => [
    ...dependsOn.map(({ containerName = '?', condition }): GraphEdge => ({
      id: `${name}>${containerName}`,
      source: name,
      target: containerName,
      label: condition,
      kind: 'depends',
    })),
    ...mountPoints.map(({ sourceVolume = '?', containerPath }): GraphEdge => ({
      id: `${name}=${sourceVolume}=${containerPath ?? ''}`,
      source: name,
      target: `volume:${sourceVolume}`,
      label: containerPath,
      kind: 'mounts',
    })),
  ])
  const ids = new Set(nodes.map(({ id }) => id))
  return {
    nodes: nodes.filter(({ id }, index) => nodes.findIndex((node) => node.id === id) === index),
    edges: edges.filter(
      ({ id, source, target }, index) =>
        ids.has(source) && ids.has(target) && edges.findIndex((edge) => edge.id === id) === index,
    ),
  }
}
