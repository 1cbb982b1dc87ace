/** Places nodes so that every arrow points down, and those without any stand below in rows. */
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

/** Pixels between nodes beside each other, and between rows: a row has room for what an arrow is called. */
const between = { x: 24, y: 56 }

/** Nodes in a row of those without arrows, at least. */
const fewest = 3

export interface GraphLayout {
  /** Left upper corner of each node, by id. */
  places: Map<string, { x: number; y: number }>
  width: number
  height: number
}

/** A cycle is laid out as well as it can be. */
export function layoutOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphLayout {
  const known = new Set(nodes.map(({ id }) => id))
  const arrows = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const tied = new Set(arrows.flatMap(({ source, target }) => [source, target]))
  const places = ranked(
    nodes.filter(({ id }) => tied.has(id)),
    arrows,
  )
  const { width, height } = extentOf(places)
  const step = { x: nodeSize.width + between.x, y: nodeSize.height + between.x }
  const columns = Math.max(fewest, Math.floor((width + between.x) / step.x))
  const top = height === 0 ? 0 : height + between.x
  for (const [index, { id }] of nodes.filter((node) => !tied.has(node.id)).entries())
    places.set(id, { x: (index % columns) * step.x, y: top + Math.floor(index / columns) * step.y })
  return { places, ...extentOf(places) }
}

function ranked(nodes: readonly GraphNode[], arrows: readonly GraphEdge[]): GraphLayout['places'] {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: between.x, ranksep: between.y })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize })
  for (const { id, source, target } of arrows) graph.setEdge(source, target, {}, id)
  layout(graph)
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number }
      return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
    }),
  )
}

function extentOf(places: GraphLayout['places']): { width: number; height: number } {
  const all = [...places.values()]
  return {
    width: Math.max(0, ...all.map(({ x }) => x + nodeSize.width)),
    height: Math.max(0, ...all.map(({ y }) => y + nodeSize.height)),
  }
}
