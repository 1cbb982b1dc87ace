import { describe, expect, it } from 'vitest'
import { type GraphEdge, type GraphNode, nodeSize, placesOf } from './layout.ts'

const node = (id: string): GraphNode => ({ id, label: id, kind: 'container' })
const edge = (source: string, target: string): GraphEdge => ({
  id: `${source}/${target}`,
  source,
  target,
  kind: 'depends',
})

describe('where nodes are placed', () => {
  it('arrows point to the right and nothing overlaps', () => {
    const places = placesOf([node('a'), node('b'), node('c')], [edge('a', 'b'), edge('a', 'c')])
    const [a, b, c] = ['a', 'b', 'c'].map((id) => places.get(id) ?? { x: 0, y: 0 })
    expect(b?.x).toBeGreaterThanOrEqual((a?.x ?? 0) + nodeSize.width)
    expect(c?.x).toBe(b?.x)
    expect(Math.abs((c?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(nodeSize.height)
  })

  it('a cycle and an arrow to nowhere are no trouble', () => {
    const places = placesOf([node('a'), node('b')], [edge('a', 'b'), edge('b', 'a'), edge('a', 'gone')])
    expect([...places.keys()]).toEqual(['a', 'b'])
  })
})
