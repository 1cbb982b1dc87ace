/** An arrow that goes around the nodes in its way, as the layout found it. */
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react'
import type { Point, Route } from './layout.ts'

type Routed = Edge<{ route: Route | undefined }>

export function RoutedEdge({ id, data, label, markerEnd }: EdgeProps<Routed>) {
  const { route } = data ?? {}
  if (!route) return null
  return (
    <BaseEdge
      id={id}
      path={curveThrough(route.points)}
      label={label}
      labelX={route.label.x}
      labelY={route.label.y}
      markerEnd={markerEnd ?? ''}
    />
  )
}

/** Straight from the first point and to the last one; in between a curve that is drawn to each point. */
function curveThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const steps = rest.map((point, index) => {
    const next = rest[index + 1]
    if (!next) return `L ${at(point)}`
    return `Q ${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return [`M ${at(first)}`, ...steps].join(' ')
}

function at({ x, y }: Point): string {
  return `${String(Math.round(x))} ${String(Math.round(y))}`
}
