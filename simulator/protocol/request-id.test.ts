import { expect, test } from 'vitest'
import { requestIdFor } from './request-id.ts'

test('is a version-4 UUID, the same for one key and another for another', () => {
  expect(requestIdFor('world/1/7')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(requestIdFor('world/1/7')).toBe(requestIdFor('world/1/7'))
  expect(new Set(Array.from({ length: 1000 }, (_, index) => requestIdFor(`w/${index}`))).size).toBe(1000)
})
