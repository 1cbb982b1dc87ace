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
import { type GraphEdge, type GraphNode, nodeSize, placesOf } from './layout.ts'
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
    <section className="graph" aria-label={label}>
      <ReactFlow
        // A new layout starts from a new view.
        key={nodes.map(({ id }) => id).join('/')}
        nodes={drawn.nodes}
        edges={drawn.edges}
        nodesDraggable={false}
        nodesConnectable={onConnect !== undefined}
        edgesReconnectable={false}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
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
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

function toFlow(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): { nodes: Node[]; edges: Edge[] } {
  const places = placesOf(nodes, edges)
  return {
    nodes: nodes.map(({ id, label, detail, kind, tone }) => ({
      id,
      position: places.get(id) ?? { x: 0, y: 0 },
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
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
      deletable: kind === 'depends',
      className: `graph-${kind}`,
      ariaLabel: `${source} → ${target}${label === undefined ? '' : `: ${label}`}`,
      markerEnd: { type: MarkerType.ArrowClosed },
    })),
  }
}
