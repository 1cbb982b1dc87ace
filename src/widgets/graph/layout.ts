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

/** Pixels between nodes beside each other, and between rows. */
const between = { x: 24, y: 40 }

/** Nodes in a row of those without arrows, at least. */
const fewest = 3

export interface Point {
  x: number
  y: number
}

/** The way of an arrow around the nodes. */
export interface Route {
  /** From border to border. */
  points: readonly Point[]
  /** Middle of what it is called. */
  label: Point
}

export interface GraphLayout {
  /** Left upper corner of each node, by id. */
  places: Map<string, Point>
  /** By id of the arrow. */
  routes: Map<string, Route>
  width: number
  height: number
}

/** A cycle is laid out as well as it can be. */
export function layoutOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphLayout {
  const known = new Set(nodes.map(({ id }) => id))
  const arrows = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const tied = new Set(arrows.flatMap(({ source, target }) => [source, target]))
  const { places, routes } = ranked(
    nodes.filter(({ id }) => tied.has(id)),
    arrows,
  )
  const { width, height } = extentOf(places)
  const step = { x: nodeSize.width + between.x, y: nodeSize.height + between.x }
  const columns = Math.max(fewest, Math.floor((width + between.x) / step.x))
  const top = height === 0 ? 0 : height + between.x
  for (const [index, { id }] of nodes.filter((node) => !tied.has(node.id)).entries())
    places.set(id, { x: (index % columns) * step.x, y: top + Math.floor(index / columns) * step.y })
  return { places, routes, ...extentOf(places) }
}

function ranked(
  nodes: readonly GraphNode[],
  arrows: readonly GraphEdge[],
): Pick<GraphLayout, 'places' | 'routes'> {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: between.x, ranksep: between.y })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize })
  for (const { id, source, target, label = '' } of arrows)
    graph.setEdge(source, target, { ...labelSize(label), labelpos: 'c' }, id)
  layout(graph)
  const places = nodes.map(({ id }): [string, Point] => {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Point>
    return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
  })
  const routes = arrows.map(({ id, source, target }): [string, Route] => {
    const {
      points = [],
      x = 0,
      y = 0,
    } = graph.edge(source, target, id) as Partial<Point> & Partial<Pick<Route, 'points'>>
    return [id, { points, label: { x, y } }]
  })
  return { places: new Map(places), routes: new Map(routes) }
}

/** Pixels, about: nothing is measured before it is drawn. */
function labelSize(label: string): { width: number; height: number } {
  return label === '' ? { width: 0, height: 0 } : { width: label.length * 6.5 + 8, height: 16 }
}

function extentOf(places: GraphLayout['places']): { width: number; height: number } {
  const all = [...places.values()]
  return {
    width: Math.max(0, ...all.map(({ x }) => x + nodeSize.width)),
    height: Math.max(0, ...all.map(({ y }) => y + nodeSize.height)),
  }
}
