import { describe, expect, it } from 'vitest'
import { memoryOf, sharesOf } from './shares.ts'

describe('shares of a task', () => {
  it('are measured by the limit of the task', () => {
    expect(sharesOf([512, 0, 256], 1024)).toEqual({
      shares: [
        { size: 512, length: 0.5, percent: 50 },
        { size: 0, length: 0, percent: undefined },
        { size: 256, length: 0.25, percent: 25 },
      ],
      used: 768,
      free: 256,
      limit: undefined,
    })
  })

  it('of more than there is fill the bar, and the limit stands within it', () => {
    const { shares, free, limit } = sharesOf([1024, 1024], 512)
    expect(shares.map(({ length, percent }) => [length, percent])).toEqual([
      [0.5, 200],
      [0.5, 200],
    ])
    expect(free).toBe(-1536)
    expect(limit).toBe(0.25)
  })

  it('without a limit are measured by their sum', () => {
    expect(sharesOf([300, 100], undefined)).toEqual({
      shares: [
        { size: 300, length: 0.75, percent: 75 },
        { size: 100, length: 0.25, percent: 25 },
      ],
      used: 400,
      free: undefined,
      limit: undefined,
    })
  })

  it('of nothing are no division by nothing', () => {
    expect(sharesOf([0], undefined)).toMatchObject({ shares: [{ length: 0, percent: undefined }], used: 0 })
    expect(sharesOf([0], 0)).toMatchObject({ shares: [{ length: 0, percent: undefined }], free: 0 })
    expect(sharesOf([5], 0).shares[0]?.percent).toBe(100)
  })
})

it('memory is the limit of a container, else what is reserved for it', () => {
  expect([{ memory: 512, memoryReservation: 64 }, { memoryReservation: 64 }, {}].map(memoryOf)).toEqual([
    512, 64, 0,
  ])
})
