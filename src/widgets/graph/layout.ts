/** Places nodes so that every arrow points the same way. */
import { graphlib, layout } from '@dagrejs/dagre'

export interface GraphNode {
  id: string
  label: string
  /** Drawn in a second line. */
  detail?: string | undefined
  /** Shape and colour: a container runs, a store keeps. */
  kind: 'container' | 'store'
  tone?: 'bad' | undefined
}

export interface GraphEdge {
  id: string
  /** Arrow from here … */
  source: string
  /** … to there. */
  target: string
  label?: string | undefined
  /** Mounts are dashed, so that they differ from dependencies without colour. */
  kind: 'depends' | 'mounts'
}

/** Pixels of every node. */
export const nodeSize = { width: 168, height: 52 }

/** Left upper corner of each node, by id; a cycle is laid out as well as it can be. */
export function placesOf(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Map<string, { x: number; y: number }> {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 96, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize })
  const known = new Set(nodes.map(({ id }) => id))
  for (const { id, source, target } of edges)
    if (known.has(source) && known.has(target)) graph.setEdge(source, target, {}, id)
  layout(graph)
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number }
      return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
    }),
  )
}
