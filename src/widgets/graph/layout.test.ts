import { describe, expect, it } from 'vitest'
import { type GraphEdge, type GraphNode, layoutOf, nodeSize } from './layout.ts'

const node = (id: string): GraphNode => ({ id, label: id, kind: 'container' })
const edge = (source: string, target: string): GraphEdge => ({
  id: `${source}/${target}`,
  source,
  target,
  kind: 'depends',
})

/** A place that would fail every comparison. */
const never = { x: NaN, y: NaN }

describe('where nodes are placed', () => {
  it('arrows point down and nothing overlaps', () => {
    const nodes = [node('a'), node('b'), node('c')]
    const { places, width, height } = layoutOf(nodes, [edge('a', 'b'), edge('a', 'c')])
    const [a = never, b = never, c = never] = ['a', 'b', 'c'].map((id) => places.get(id))
    expect(b.y).toBeGreaterThanOrEqual(a.y + nodeSize.height)
    expect(c.y).toBe(b.y)
    expect(Math.abs(c.x - b.x)).toBeGreaterThanOrEqual(nodeSize.width)
    expect({ width, height }).toEqual({
      width: Math.max(b.x, c.x) + nodeSize.width,
      height: b.y + nodeSize.height,
    })
  })

  it('an arrow goes around what stands between its ends, and its name overlaps no other', () => {
    const nodes = [node('a'), node('b'), node('c')]
    const named = { ...edge('a', 'c'), label: 'COMPLETE' }
    const other = { ...edge('b', 'c'), label: '/etc/app' }
    const { places, routes } = layoutOf(nodes, [edge('a', 'b'), other, named])
    const b = places.get('b') ?? never
    const crossing = (routes.get('a/c')?.points ?? [never]).filter(
      ({ x, y }) => x > b.x && x < b.x + nodeSize.width && y > b.y && y < b.y + nodeSize.height,
    )
    expect(crossing).toEqual([])
    const [one = never, two = never] = ['a/c', 'b/c'].map((id) => routes.get(id)?.label)
    expect(Math.abs(one.x - two.x) > 60 || Math.abs(one.y - two.y) >= 16).toBe(true)
  })

  it('a cycle and an arrow to nowhere are no trouble', () => {
    const { places } = layoutOf([node('a'), node('b')], [edge('a', 'b'), edge('b', 'a'), edge('a', 'gone')])
    expect([...places.keys()]).toEqual(['a', 'b'])
  })

  it('those without arrows stand in rows of three below the others', () => {
    const loose = ['c', 'd', 'e', 'f']
    const { places } = layoutOf(['a', 'b', ...loose].map(node), [edge('a', 'b')])
    const lowest = (places.get('b')?.y ?? 0) + nodeSize.height
    const step = { x: nodeSize.width + 24, y: nodeSize.height + 24 }
    const first = { x: 0, y: lowest + 24 }
    expect(loose.map((id) => places.get(id))).toEqual([
      first,
      { ...first, x: step.x },
      { ...first, x: 2 * step.x },
      { ...first, y: first.y + step.y },
    ])
  })

  it('nothing needs no room', () => {
    expect(layoutOf([], [])).toEqual({ places: new Map(), routes: new Map(), width: 0, height: 0 })
  })
})
