/** Nodes and arrows between them; an arrow can be drawn and taken away. */
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  Position,
  ReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useMemo } from 'react'
import { RoutedEdge } from './RoutedEdge.tsx'
import { type GraphEdge, type GraphNode, layoutOf, nodeSize } from './layout.ts'
import '../metric-chart/palette.css'
import './graph.css'

export interface GraphProps {
  /** Accessible name. */
  label: string
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  /** Names of the control buttons. */
  words: { zoomIn: string; zoomOut: string; fit: string }
  /** Somebody drew an arrow. */
  onConnect?: (source: string, target: string) => void
  /** Somebody removed arrows (Backspace or Delete). */
  onRemove?: (edges: string[]) => void
  onSelect?: (node: string) => void
}

export function Graph({ label, nodes, edges, words, onConnect, onRemove, onSelect }: GraphProps) {
  const drawn = useMemo(() => toFlow(nodes, edges), [nodes, edges])
  return (
    <section className="graph" aria-label={label} style={drawn.style}>
      <ReactFlow
        // A new layout starts from a new view.
        key={nodes.map(({ id }) => id).join('/')}
        nodes={drawn.nodes}
        edges={drawn.edges}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={onConnect !== undefined}
        edgesReconnectable={false}
        fitView
        fitViewOptions={{ maxZoom: 1, padding }}
        minZoom={0.2}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: true }}
        onConnect={({ source, target }: Connection) => onConnect?.(source, target)}
        onEdgesDelete={(removed) => onRemove?.(removed.map(({ id }) => id))}
        onNodeClick={(_event, { id }) => onSelect?.(id)}
        ariaLabelConfig={{
          'controls.zoomIn.ariaLabel': words.zoomIn,
          'controls.zoomOut.ariaLabel': words.zoomOut,
          'controls.fitView.ariaLabel': words.fit,
        }}
      >
        <Background />
        <Controls showInteractive={false} position="top-right" orientation="horizontal" />
      </ReactFlow>
    </section>
  )
}

/** Pixels around the nodes: the buttons stand above them. */
const room = { top: 48, others: 12 }
const padding = {
  top: `${room.top}px`,
  right: `${room.others}px`,
  bottom: `${room.others}px`,
  left: `${room.others}px`,
} as const

const edgeTypes = { routed: RoutedEdge }

interface Drawn {
  nodes: Node[]
  edges: Edge[]
  /** As high as the nodes need in their true size, less where they are drawn smaller. */
  style: { aspectRatio: string; maxBlockSize: string }
}

function toFlow(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Drawn {
  const { places, routes, width, height } = layoutOf(nodes, edges)
  const needed = { width: width + 2 * room.others, height: height + room.top + room.others }
  return {
    style: {
      aspectRatio: `${String(needed.width)} / ${String(needed.height)}`,
      maxBlockSize: `${String(needed.height)}px`,
    },
    nodes: nodes.map(({ id, label, detail, kind, tone }) => ({
      id,
      position: places.get(id) ?? { x: 0, y: 0 },
      sourcePosition: Position.Bottom,
      targetPosition: Position.Top,
      ...nodeSize,
      className: `graph-node graph-${kind} ${tone === undefined ? '' : `graph-${tone}`}`,
      deletable: false,
      ariaLabel: [label, detail].filter(Boolean).join(', '),
      data: {
        label: (
          <>
            <b>{label}</b>
            {detail !== undefined && <small>{detail}</small>}
          </>
        ),
      },
    })),
    edges: edges.map(({ id, source, target, label, kind }) => ({
      id,
      source,
      target,
      label,
      type: 'routed',
      data: { route: routes.get(id) },
      deletable: kind === 'depends',
      className: `graph-${kind}`,
      ariaLabel: `${source} → ${target}${label === undefined ? '' : `: ${label}`}`,
      markerEnd: { type: MarkerType.ArrowClosed },
    })),
  }
}
